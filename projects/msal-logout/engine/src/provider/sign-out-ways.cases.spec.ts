import { EventType } from '../events/event-type';
import type { EndSessionRequest } from '../request/end-session-request';
import { ADA, ALAN } from '../testing/people';
import { END_SESSION_ENDPOINT, setupClient } from '../testing/setup-client';

/** The ids are those of docs/msal-cases.md. */

const { LOGOUT_START, ACCOUNTS_CLEARED, LOGOUT_SUCCESS, LOGOUT_FAILURE, LOGOUT_END } = EventType;
const STAYS = [LOGOUT_START, ACCOUNTS_CLEARED, LOGOUT_SUCCESS, LOGOUT_END];
const LOCK = '{"clientId":"mail-app","type":"signout"}';

const lock = (): string | null => sessionStorage.getItem('msal.interaction.status');

/** A client whose navigations are answered, unless the page is to be left. */
function setupRedirect(answer?: () => Promise<boolean>) {
  sessionStorage.clear();
  const setup = setupClient({ accounts: [ADA, ALAN] });
  if (answer) setup.navigation.answer = answer;
  return { ...setup, types: () => setup.events.map(({ eventType }) => eventType) };
}

/** Begins a sign-out that leaves the page, and waits for that. */
async function leave(setup: ReturnType<typeof setupRedirect>, request?: EndSessionRequest) {
  const left = new Promise<void>((resolve) => (setup.navigation.onExternal = resolve));
  let isSettled = false;
  void setup.client.logoutRedirect(request).finally(() => (isSettled = true));
  await left;
  // Whatever would still happen on this page happens before a timer.
  await new Promise((resolve) => setTimeout(resolve));
  return { isSettled };
}

const comeBack = () =>
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));

afterEach(async () => {
  // The page that a test has left is left no more.
  comeBack();
  await new Promise((resolve) => setTimeout(resolve));
});

it.each([
  ['C002', 'everybody', undefined, []],
  ['C002', 'one account', ADA, [ALAN]],
])(
  '%s clears %s, stays, and gives the lock back where onRedirectNavigate says so',
  async (_, __, account, kept) => {
    const { client, cache, navigation } = setupRedirect();
    const shown: unknown[] = [];
    const onRedirectNavigate = (url: string): boolean => {
      shown.push(url.startsWith(`${END_SESSION_ENDPOINT}?`), cache.getAllAccounts(), lock());
      return false;
    };
    const result = await client.logoutRedirect({ account, onRedirectNavigate });

    expect(result).toMatchObject({ local: 'cleared', server: 'skipped' });
    expect(shown).toEqual([true, kept, LOCK]);
    expect(navigation.external).toEqual([]);
    expect(lock()).toBeNull();
  },
);

it.each([
  ['C004', 'C268', 'everybody', undefined],
  ['C005', 'C268', 'one account', ADA],
])(
  '%s %s leaves for the address that onRedirectNavigate has seen, holding the lock, for %s',
  async (_, __, ___, account) => {
    const setup = setupRedirect();
    let shown = '';
    const onRedirectNavigate = (url: string): boolean => ((shown = url), true);
    await leave(setup, { account, onRedirectNavigate });

    expect(setup.navigation.external.map(({ url }) => url)).toEqual([shown]);
    expect(lock()).toBe(LOCK);
  },
);

const failWith = (error: unknown) => () => {
  throw error;
};
// What a navigation client of an application may reject with.
const odd = { errorCode: 'Unexpected error', errorDesc: 'x' } as unknown as Error;

it.each([
  [
    'C008',
    'onRedirectNavigate throws',
    { onRedirectNavigate: failWith(new Error('boom')) },
    undefined,
    'navigation_failed',
    0,
  ],
  ['C010', 'it is refused', {}, () => Promise.reject(odd), 'navigation_failed', 1],
  ['C031', 'it takes too long', {}, () => Promise.resolve(true), 'timed_out', 1],
])(
  '%s is signed out here and ready for more when the page is not left because %s',
  async (_, __, request, answer, reason, navigations) => {
    const setup = setupRedirect(answer);
    const result = await setup.client.logoutRedirect(request);

    expect(result).toMatchObject({ local: 'cleared', server: 'failed', reason });
    expect(setup.cache.getAllAccounts()).toEqual([]);
    expect(setup.navigation.external).toHaveLength(navigations);
    expect(setup.types()).toEqual(STAYS);
    expect(lock()).toBeNull();
  },
);

it('C010 does not write on what the navigation has rejected with', async () => {
  const { client } = setupRedirect(() => Promise.reject(odd));
  await client.logoutRedirect();

  expect(odd).toEqual({ errorCode: 'Unexpected error', errorDesc: 'x' });
});

it('C016 leaves the caller’s request as it is', async () => {
  const { client } = setupRedirect(() => Promise.resolve(true));
  const request = Object.freeze({ account: Object.freeze({ ...ADA }), state: 's' });
  await client.logoutRedirect(request);
  await client.logoutRedirect(request);

  expect(request).toEqual({ account: ADA, state: 's' });
});

it('C017 asks for one navigation, in MSAL’s terms', async () => {
  const { client, navigation } = setupRedirect(() => Promise.resolve(true));
  await client.logoutRedirect();

  expect(navigation.external.map(({ options }) => options)).toEqual([
    { apiId: 961, timeout: 30_000, noHistory: false },
  ]);
});

it.each([
  ['a navigation that fails', {}],
  ['an authority that is not there', { authority: 'https://nowhere.example' }],
])('C020 can be asked again after %s', async (_, request) => {
  jest.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'));
  const { client, navigation } = setupRedirect(() => Promise.resolve(false));
  await client.logoutRedirect({ account: ADA, ...request });
  expect(lock()).toBeNull();
  navigation.external.length = 0;
  await client.logoutRedirect();
  jest.restoreAllMocks();

  expect(navigation.external).toHaveLength(1);
});

it.each([
  ['C247', 'everybody', undefined, 2],
  ['C247', 'one account', ADA, 1],
])('%s tells success, and no end, when it leaves for %s', async (_, __, account, count) => {
  const setup = setupRedirect();
  const { isSettled } = await leave(setup, { account });

  expect(isSettled).toBe(false);
  expect(setup.types()).toEqual([LOGOUT_START, ACCOUNTS_CLEARED, LOGOUT_SUCCESS]);
  for (const event of setup.events) {
    expect(event).toMatchObject({ accounts: { length: count } });
  }
});

it.each([
  ['C248', 'everybody', undefined],
  ['C248', 'one account', ADA],
])('%s tells the end when onRedirectNavigate keeps the page, for %s', async (_, __, account) => {
  const { client, types } = setupRedirect();
  await client.logoutRedirect({ account, onRedirectNavigate: () => false });

  expect(types()).toEqual(STAYS);
});

it('C008 tells a failure only for what failed here', async () => {
  const { client, cache, types } = setupRedirect();
  cache.stuck = true;
  await expect(client.logoutRedirect()).rejects.toMatchObject({ code: 'cache_clear_failed' });

  expect(types()).toEqual([LOGOUT_START, LOGOUT_FAILURE, LOGOUT_END]);
  expect(lock()).toBeNull();
});

it('C250 goes on, with its lock, when a listener throws', async () => {
  jest.spyOn(globalThis, 'reportError').mockImplementation(() => undefined);
  const setup = setupRedirect();
  const stop = setup.client.addEventCallback(failWith(new Error('a listener of the app')));
  await leave(setup);
  stop();
  jest.restoreAllMocks();

  expect(setup.cache.getAllAccounts()).toEqual([]);
  expect(setup.navigation.external).toHaveLength(1);
  expect(lock()).toBe(LOCK);
});

it('C337 has cleared the accounts when the navigation starts', async () => {
  const setup = setupRedirect();
  const kept: unknown[] = [];
  setup.navigation.answer = () => {
    kept.push(setup.cache.getAllAccounts());
    return Promise.resolve(true);
  };
  await setup.client.logoutRedirect({ account: ADA });

  expect(kept).toEqual([[ALAN]]);
});

it('C338 signs out a second time without harm, and without an event for accounts', async () => {
  const { client, cache, events, types } = setupRedirect();
  await client.clearCache({ account: ADA });
  events.length = 0;

  expect(await client.clearCache({ account: ADA })).toMatchObject({ local: 'cleared' });
  expect(types()).toEqual([LOGOUT_START, LOGOUT_SUCCESS, LOGOUT_END]);
  expect(cache.getAllAccounts()).toEqual([ALAN]);
});

it('C061 gives the lock back on a page that comes out of the back/forward cache', async () => {
  const setup = setupRedirect();
  const left = new Promise<void>((resolve) => (setup.navigation.onExternal = resolve));
  const result = setup.client.logoutRedirect();
  await left;
  expect(lock()).toBe(LOCK);
  comeBack();

  expect(await result).toMatchObject({ local: 'cleared', server: 'unconfirmed' });
  expect(lock()).toBeNull();
  expect(setup.types()).toEqual(STAYS);
});

it('C221 neither waits for nor touches the lock of a sign-in when it signs out here only', async () => {
  const { client, cache } = setupRedirect();
  sessionStorage.setItem('msal.interaction.status', '{"clientId":"mail-app","type":"signin"}');

  expect(await client.clearCache({ account: ADA })).toMatchObject({ local: 'cleared' });
  expect(cache.getAllAccounts()).toEqual([ALAN]);
  expect(lock()).toBe('{"clientId":"mail-app","type":"signin"}');
});

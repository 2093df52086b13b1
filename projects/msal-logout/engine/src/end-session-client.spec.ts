import { EventType } from './events/event-type';
import { decodeState } from './request/library-state';
import { account, ADA, ALAN } from './testing/people';
import { END_SESSION_ENDPOINT, setupClient } from './testing/setup-client';

/** Starts a redirect and waits until the page is left. */
async function leave(
  setup: ReturnType<typeof setupClient>,
  ...request: Parameters<typeof setup.client.logoutRedirect>
): Promise<URL> {
  const left = new Promise<void>((resolve) => (setup.navigation.onExternal = resolve));
  void setup.client.logoutRedirect(...request);
  await left;
  return new URL(setup.navigation.external[0]?.url ?? '');
}

const nextEvent = ({ client }: ReturnType<typeof setupClient>): Promise<unknown> =>
  new Promise((resolve) => client.addEventCallback(resolve));

beforeEach(() => sessionStorage.clear());

describe('a redirect sign-out', () => {
  it('has cleared the account by the time it leaves for the provider', async () => {
    const setup = setupClient({ accounts: [ADA, ALAN] });
    const url = await leave(setup, { account: ADA });

    expect(setup.cache.getAllAccounts()).toEqual([ALAN]);
    expect(url.origin + url.pathname).toBe(END_SESSION_ENDPOINT);
    expect(url.searchParams.get('logout_hint')).toBe('ada');
    expect(setup.navigation.external[0]?.options).toMatchObject({ apiId: 961, noHistory: false });
  });

  it('signs out everybody when no account is given', async () => {
    const setup = setupClient({ accounts: [ADA, ALAN] });
    const url = await leave(setup);

    expect(setup.cache.getAllAccounts()).toEqual([]);
    expect(url.searchParams.has('logout_hint')).toBe(false);
  });

  it('never takes alice2 for alice, whatever the letter case', async () => {
    const alice2 = account('alice2');
    const malice = account('malice');
    const setup = setupClient({ accounts: [account('Alice'), alice2, malice] });
    await leave(setup, { account: account('aLICE') });

    expect(setup.cache.getAllAccounts()).toEqual([alice2, malice]);
  });

  it('goes to the server for an account that is not in the cache', async () => {
    const setup = setupClient({ accounts: [ALAN] });
    const url = await leave(setup, { account: ADA });

    expect(setup.cache.getAllAccounts()).toEqual([ALAN]);
    expect(url.searchParams.get('logout_hint')).toBe('ada');
    expect(setup.events.map(({ eventType }) => eventType)).toEqual([
      EventType.LOGOUT_START,
      EventType.LOGOUT_SUCCESS,
    ]);
  });

  it('takes the hint from the cached account, whose claims are fresh', async () => {
    const setup = setupClient({
      accounts: [account('ada', { idTokenClaims: { login_hint: 'fresh' } })],
    });
    const url = await leave(setup, { account: account('ada', { loginHint: 'stale' }) });

    expect(url.searchParams.get('logout_hint')).toBe('fresh');
  });

  it('hints at the one account that is signed in when none is given', async () => {
    const url = await leave(setupClient({ accounts: [ADA] }));

    expect(url.searchParams.get('logout_hint')).toBe('ada');
  });

  it('tells start, cleared and success, in this order, before it leaves', async () => {
    const setup = setupClient({ accounts: [ADA, ALAN] });
    await leave(setup, { account: ADA, correlationId: 'c-1' });

    const { homeAccountId, environment, tenantId, localAccountId } = ADA;
    const ada = { homeAccountId, environment, tenantId, localAccountId };
    expect(setup.events).toEqual([
      expect.objectContaining({ eventType: EventType.LOGOUT_START, accounts: [ada] }),
      expect.objectContaining({
        eventType: EventType.ACCOUNTS_CLEARED,
        accounts: [ada],
        remaining: [expect.objectContaining({ homeAccountId: 'alan' })],
        origin: 'here',
      }),
      expect.objectContaining({ eventType: EventType.LOGOUT_SUCCESS, accounts: [ada] }),
    ]);
    for (const event of setup.events) {
      expect(event).toMatchObject({ correlationId: 'c-1', interactionType: 'redirect' });
      expect(JSON.stringify(event)).not.toContain('@example');
    }
  });

  it('is in the journal while it is away, under the id that its state carries', async () => {
    const setup = setupClient({ accounts: [ADA] });
    const url = await leave(setup, { state: 'a|b' });

    const state = decodeState(url.searchParams.get('state') ?? '');
    expect(state).toMatchObject({ interactionType: 'redirect', userState: 'a|b' });
    expect(setup.journal.find(state?.id ?? '')).toMatchObject({
      accounts: [{ homeAccountId: 'ada' }],
    });
  });

  it('sends nothing to the server when the cache keeps an account', async () => {
    const { client, cache, navigation, events, journal } = setupClient({ accounts: [ADA] });
    cache.stuck = true;

    await expect(client.logoutRedirect()).rejects.toMatchObject({ code: 'cache_clear_failed' });
    expect(navigation.external).toEqual([]);
    expect(journal.entries.size).toBe(0);
    expect(events.map(({ eventType }) => eventType)).toEqual([
      EventType.LOGOUT_START,
      EventType.LOGOUT_FAILURE,
      EventType.LOGOUT_END,
    ]);
  });

  it('stays when onRedirectNavigate says so, after it has cleared', async () => {
    const { client, cache, navigation, events } = setupClient({ accounts: [ADA] });
    const shown: string[] = [];
    const onRedirectNavigate = (url: string): boolean => {
      shown.push(url, String(cache.getAllAccounts().length));
      return false;
    };

    await expect(client.logoutRedirect({ onRedirectNavigate })).resolves.toMatchObject({
      local: 'cleared',
      server: 'skipped',
    });
    expect(shown).toEqual([expect.stringContaining(END_SESSION_ENDPOINT), '0']);
    expect(navigation.external).toEqual([]);
    expect(events.at(-1)?.eventType).toBe(EventType.LOGOUT_END);
  });

  it.each([
    ['timed_out', (): Promise<boolean> => Promise.resolve(true)],
    ['navigation_failed', (): Promise<boolean> => Promise.resolve(false)],
    ['navigation_failed', (): Promise<boolean> => Promise.reject(new Error('no'))],
    [
      'timed_out',
      (): Promise<boolean> =>
        Promise.reject(Object.assign(new Error(), { errorCode: 'timed_out' })),
    ],
  ])('is signed out here and says %s when the page stays', async (reason, answer) => {
    const { client, navigation, events } = setupClient({ accounts: [ADA] });
    navigation.answer = answer;

    await expect(client.logoutRedirect()).resolves.toMatchObject({
      local: 'cleared',
      server: 'failed',
      reason,
    });
    const { LOGOUT_SUCCESS, LOGOUT_FAILURE } = EventType;
    const decided = events.filter(({ eventType }) =>
      ([LOGOUT_SUCCESS, LOGOUT_FAILURE] as EventType[]).includes(eventType),
    );
    expect(decided.map(({ eventType }) => eventType)).toEqual([LOGOUT_SUCCESS]);
  });

  it('is signed out here when the provider has no end-session endpoint', async () => {
    const { client, navigation } = setupClient({
      accounts: [ADA],
      auth: { authorityMetadata: '{}' },
    });

    await expect(client.logoutRedirect()).resolves.toMatchObject({
      server: 'failed',
      reason: 'no_end_session_endpoint',
    });
    expect(navigation.external).toEqual([]);
  });

  it('joins the one that runs when the same is asked again, and refuses another', async () => {
    const setup = setupClient({ accounts: [ADA, ALAN] });
    setup.navigation.answer = () => Promise.resolve(true);
    const first = setup.client.logoutRedirect({ account: ADA });
    const second = setup.client.logoutRedirect({ account: ADA, correlationId: 'other' });
    const third = setup.client.logoutRedirect({ account: ALAN });

    await expect(third).rejects.toMatchObject({ code: 'interaction_in_progress' });
    expect(await first).toBe(await second);
    expect(setup.navigation.external).toHaveLength(1);
    expect(setup.cache.getAllAccounts()).toEqual([ALAN]);
  });

  it('is not harmed by a listener that throws', async () => {
    const reported = jest.spyOn(globalThis, 'reportError').mockImplementation(() => undefined);
    const setup = setupClient({ accounts: [ADA] });
    setup.client.addEventCallback(() => {
      throw new Error('a listener of the app');
    });
    await leave(setup);

    expect(setup.cache.getAllAccounts()).toEqual([]);
    expect(reported).toHaveBeenCalledTimes(3);
  });
});

describe('who is signed in', () => {
  it('is told when somebody else clears an account', async () => {
    const { client, cache, events } = setupClient({ accounts: [ADA, ALAN] });
    await client.initialize();
    cache.replace([ALAN]);

    expect(client.accounts).toEqual([ALAN]);
    expect(events).toEqual([
      expect.objectContaining({
        eventType: EventType.ACCOUNTS_CLEARED,
        accounts: [expect.objectContaining({ homeAccountId: 'ada' })],
        origin: 'elsewhere',
      }),
    ]);
  });

  it('changes without an event when somebody signs in', async () => {
    const { client, cache, events } = setupClient();
    await client.initialize();
    const seen: number[] = [];
    client.addAccountsListener((accounts) => seen.push(accounts.length));
    cache.replace([ADA]);

    expect(seen).toEqual([1]);
    expect(events).toEqual([]);
  });
});

describe('a request that cannot be used', () => {
  it.each([
    ['account', { account: 'ada' }, 'invalid_request'],
    ['account.homeAccountId', { account: { ...ADA, homeAccountId: '' } }, 'invalid_request'],
    ['account.environment', { account: { homeAccountId: 'ada' } }, 'invalid_request'],
    ['authority', { authority: 'http://id.example' }, 'invalid_request'],
    ['correlationId', { correlationId: 7 }, 'invalid_request'],
    ['extraQueryParameters', { extraQueryParameters: { a: 1 } }, 'invalid_request'],
    ['idTokenHint', { idTokenHint: {} }, 'invalid_request'],
    ['logoutHint', { logoutHint: 1 }, 'invalid_request'],
    ['state', { state: '\ud800' }, 'invalid_request'],
    ['onRedirectNavigate', { onRedirectNavigate: 'no' }, 'invalid_request'],
    ['postLogoutRedirectUri', { postLogoutRedirectUri: 'javascript:x()' }, 'invalid_redirect_uri'],
    ['postLogoutRedirectUri', { postLogoutRedirectUri: '//evil.example' }, 'invalid_redirect_uri'],
  ])('is refused for its %s before anything is touched', async (field, request, code) => {
    const { client, cache, events } = setupClient({ accounts: [ADA] });

    await expect(client.logoutRedirect(request as never)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(field) as string,
    });
    expect(cache.getAllAccounts()).toEqual([ADA]);
    expect(events).toEqual([]);
  });

  it.each([
    ['postLogoutRedirectUri', { postLogoutRedirectUri: 'javascript:x()' }, 'invalid_redirect_uri'],
    ['postLogoutRedirectUri', { postLogoutRedirectUri: 'http://' }, 'invalid_redirect_uri'],
    ['authority', { authority: 'id.example' }, 'invalid_request'],
  ])('is refused for the %s of the configuration', async (field, auth, code) => {
    const { client, cache } = setupClient({ accounts: [ADA], auth });

    await expect(client.logoutRedirect()).rejects.toMatchObject({
      code,
      message: expect.stringContaining(field) as string,
    });
    expect(cache.getAllAccounts()).toEqual([ADA]);
  });

  it('fails, with its events, when the cache cannot be read', async () => {
    const { client, cache, events } = setupClient();
    const cause = new Error('MSAL cannot start');
    cache.initialize = () => Promise.reject(cause);

    await expect(client.logoutRedirect()).rejects.toMatchObject({
      code: 'cache_clear_failed',
      cause,
    });
    expect(events.map(({ eventType }) => eventType)).toEqual([
      EventType.LOGOUT_START,
      EventType.LOGOUT_FAILURE,
      EventType.LOGOUT_END,
    ]);
  });

  it('is refused when the configuration names no client', async () => {
    const { client } = setupClient({ auth: { clientId: '' } });

    await expect(client.logoutRedirect()).rejects.toMatchObject({ code: 'configuration_missing' });
  });
});

describe('somebody who was signed out', () => {
  const typesOf = ({ events }: ReturnType<typeof setupClient>): string[] =>
    events.map(({ eventType }) => eventType);

  it('stays out when a token request that was under way brings the account back', async () => {
    const setup = setupClient({ accounts: [ADA, ALAN] });
    await setup.client.clearCache({ account: ADA });
    setup.events.length = 0;
    const told = nextEvent(setup);
    setup.cache.replace([ALAN, ADA], 'silent-token');
    await told;

    expect(setup.cache.getAllAccounts()).toEqual([ALAN]);
    expect(setup.client.accounts).toEqual([ALAN]);
    expect(typesOf(setup)).toEqual([EventType.ACCOUNTS_CLEARED_AGAIN]);
  });

  it.each(['sign-in', 'unknown'] as const)(
    'may come back by a change that is %s',
    async (change) => {
      const setup = setupClient({ accounts: [ADA] });
      await setup.client.clearCache();
      setup.cache.replace([ADA], change);

      expect(setup.client.accounts).toEqual([ADA]);
    },
  );

  it('may get tokens silently again after a sign-in', async () => {
    const setup = setupClient({ accounts: [ADA] });
    await setup.client.clearCache();
    setup.cache.replace([], 'sign-in');
    setup.cache.replace([ADA], 'silent-token');

    expect(setup.client.accounts).toEqual([ADA]);
  });
});

describe('between tabs', () => {
  it('tells the others who was signed out, once it is done here', async () => {
    const { client, tabs, cache } = setupClient({ accounts: [ADA, ALAN] });
    await client.clearCache({ account: ADA, correlationId: 'c-1' });

    expect(cache.getAllAccounts()).toEqual([ALAN]);
    expect(tabs.sent.filter(({ type }) => type === 'signed-out')).toEqual([
      {
        type: 'signed-out',
        correlationId: 'c-1',
        everyone: false,
        accounts: [expect.not.objectContaining({ username: ADA.username })],
      },
    ]);
  });

  it('clears its own copy when another tab signs somebody out', async () => {
    const setup = setupClient({ accounts: [ADA, ALAN] });
    const { client, tabs, cache, events } = setup;
    await client.initialize();
    const told = nextEvent(setup);
    tabs.receive({ type: 'signed-out', correlationId: 'c-1', everyone: false, accounts: [ADA] });
    await told;

    expect(cache.getAllAccounts()).toEqual([ALAN]);
    expect(events).toEqual([
      expect.objectContaining({
        eventType: EventType.ACCOUNTS_CLEARED,
        origin: 'other-tab',
        correlationId: 'c-1',
      }),
    ]);
  });

  it('knows an announced sign-out of another tab, however it comes to notice it', async () => {
    const { client, tabs, cache, events } = setupClient({ accounts: [ADA, ALAN] });
    await client.initialize();
    tabs.receive({ type: 'signing-out', correlationId: 'c-1', everyone: false, accounts: [ADA] });
    cache.replace([ALAN]);

    expect(events).toEqual([
      expect.objectContaining({ origin: 'other-tab', correlationId: 'c-1' }),
    ]);
  });

  it('does not keep somebody out who has signed in in another tab', async () => {
    const { client, tabs, cache } = setupClient({ accounts: [ADA] });
    await client.clearCache();
    tabs.receive({ type: 'signed-in', accounts: [ADA] });
    cache.replace([ADA], 'silent-token');

    expect(client.accounts).toEqual([ADA]);
  });
});

describe('MSAL’s interaction lock', () => {
  const LOCK = 'msal.interaction.status';
  const lock = (): string | null => sessionStorage.getItem(LOCK);

  beforeEach(() => sessionStorage.clear());

  it('is held as a sign-out while one runs, and free afterwards', async () => {
    const setup = setupClient({ accounts: [ADA] });
    let held: string | null = null;
    await setup.client.logoutRedirect({
      onRedirectNavigate: () => {
        held = lock();
        return false;
      },
    });

    expect(held).toBe('{"clientId":"mail-app","type":"signout"}');
    expect(lock()).toBeNull();
  });

  it('is free after a sign-out that failed', async () => {
    const { client, cache } = setupClient({ accounts: [ADA] });
    cache.stuck = true;
    await expect(client.logoutRedirect()).rejects.toThrow();

    expect(lock()).toBeNull();
  });

  it('stays held for the page that the redirect returns to', async () => {
    const setup = setupClient({ accounts: [ADA] });
    await leave(setup);

    expect(lock()).not.toBeNull();
    await setupClient().client.initialize();
    expect(lock()).toBeNull();
  });

  it.each(['{"clientId":"mail-app","type":"signin"}', 'mail-app'])(
    'is respected when a sign-in holds it as %p',
    async (value) => {
      const { client, cache, events } = setupClient({ accounts: [ADA] });
      sessionStorage.setItem(LOCK, value);

      await expect(client.logoutPopup()).rejects.toMatchObject({ code: 'interaction_in_progress' });
      expect(cache.getAllAccounts()).toEqual([ADA]);
      expect(events).toEqual([]);
      expect(lock()).toBe(value);
    },
  );

  it('does not stop a sign-out here only', async () => {
    const { client } = setupClient({ accounts: [ADA] });
    sessionStorage.setItem(LOCK, 'mail-app');

    await expect(client.clearCache()).resolves.toMatchObject({ local: 'cleared' });
    expect(lock()).toBe('mail-app');
  });

  it('is taken over from a sign-out that left it behind', async () => {
    const { client } = setupClient({ accounts: [ADA] });
    await client.initialize();
    sessionStorage.setItem(LOCK, '{"clientId":"mail-app","type":"signout"}');

    await expect(client.logoutRedirect({ onRedirectNavigate: () => false })).resolves.toMatchObject(
      {
        server: 'skipped',
      },
    );
    expect(lock()).toBeNull();
  });
});

describe('an address that is too long', () => {
  it('goes without the id_token_hint, and the log says so', async () => {
    const logged: unknown[][] = [];
    const loggerCallback = (...entry: unknown[]): void => void logged.push(entry);
    const setup = setupClient({ accounts: [ADA], system: { loggerOptions: { loggerCallback } } });
    const idTokenHint = 'h.'.repeat(1_000);
    setup.navigation.answer = () => Promise.resolve(true);
    const url = await leave(setup, { idTokenHint, logoutHint: 'ada' });

    expect(url.searchParams.get('id_token_hint')).toBeNull();
    expect(url.searchParams.get('logout_hint')).toBe('ada');
    expect(logged).toEqual([[1, expect.stringContaining('id_token_hint'), false]]);
    expect(JSON.stringify(logged)).not.toContain(idTokenHint);
  });

  it('keeps one that fits', async () => {
    const setup = setupClient({ accounts: [ADA] });

    expect((await leave(setup, { idTokenHint: 'h.p.s' })).searchParams.get('id_token_hint')).toBe(
      'h.p.s',
    );
  });
});

describe('out of the back/forward cache', () => {
  it('the page that was left comes to an end, unconfirmed', async () => {
    const setup = setupClient({ accounts: [ADA] });
    const left = new Promise<void>((resolve) => (setup.navigation.onExternal = resolve));
    const result = setup.client.logoutRedirect();
    await left;
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));

    expect(await result).toMatchObject({ local: 'cleared', server: 'unconfirmed' });
    expect(sessionStorage.getItem('msal.interaction.status')).toBeNull();
    expect(setup.events.at(-1)?.eventType).toBe(EventType.LOGOUT_END);
  });
});

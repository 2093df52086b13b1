import type { FakeAccountCache } from '../../../testing/src/fakes/fake-account-cache';
import type { AccountInfo } from '../cache/account-info';
import { accountIdentity } from '../cache/account-info';
import { InteractionType } from '../events/event-type';
import { ADA, ALAN } from '../testing/people';
import { setupAccounts } from '../testing/setup-accounts';
import { aboutOf } from '../testing/tab-note';

const CAUSE = {
  correlationId: 'c-1',
  interactionType: InteractionType.None,
  origin: 'here',
} as const;
const ADA_ONLY = { accounts: [accountIdentity(ADA)], everyone: false };

const FAILED = { type: 'request-ended', id: 'r-1', account: null } as const;

/** Changes what is in the cache, and nobody is told. */
function changeQuietly(cache: FakeAccountCache, ...people: readonly AccountInfo[]): void {
  jest.spyOn(cache, 'getAllAccounts').mockReturnValue(people);
}

const later = () => new Promise((resolve) => setTimeout(resolve));

afterEach(() => jest.restoreAllMocks());

describe('a listener', () => {
  it('is told of others, and not of the same in another order', async () => {
    const { cache, lists } = await setupAccounts({ people: [ADA, ALAN] });
    expect(lists).toEqual([[ADA, ALAN]]);
    cache.change([ALAN, ADA]);
    expect(lists).toHaveLength(1);
    cache.change([ALAN]);
    expect(lists.at(-1)).toEqual([ALAN]);

    expect(lists).toHaveLength(2);
  });

  it('hears nothing once the watching has ended, also not later', async () => {
    const { cache, stop, lists } = await setupAccounts({ people: [ADA] });
    cache.change([ADA]);
    stop();
    changeQuietly(cache);
    await later();
    cache.change([]);

    expect(lists).toEqual([[ADA]]);
  });

  it('is told of what comes right after a change was told', async () => {
    const { cache, lists } = await setupAccounts({ people: [ADA] });
    cache.change([ADA]);
    changeQuietly(cache);
    expect(lists).toHaveLength(1);
    await later();

    expect(lists).toEqual([[ADA], []]);
  });
});

describe('a sign-in', () => {
  it('is told, and noted for the other tabs, when it is one of this page', async () => {
    const { cache, tabs, signIns } = await setupAccounts();
    cache.signIn(ADA);

    expect(signIns).toHaveLength(1);
    expect(tabs.sent).toEqual([
      {
        type: 'signed-in',
        id: expect.any(String),
        about: aboutOf(ADA),
        order: 1,
        correlationId: '',
        group: '',
        at: expect.any(Number),
      },
    ]);
  });

  it('is also one by a request for whoever has a session, which has brought somebody', async () => {
    const { cache, tabs } = await setupAccounts({ people: [ADA] });
    for (const who of [ALAN, ADA]) {
      cache.beginRequest('r-1', null);
      cache.endRequest('r-1', who);
    }

    expect(tabs.sent).toMatchObject([
      { type: 'signed-in', about: aboutOf(ALAN) },
      { type: 'signed-in', about: aboutOf(ADA) },
    ]);
  });

  it('by redirect is known to the page that it returns to, although nobody reports it there', async () => {
    const { cache, tabs } = await setupAccounts({ people: [ADA] });
    cache.change([ADA], { type: 'sign-in-began' });
    const { memory } = tabs;
    const next = await setupAccounts({
      people: [{ ...ADA, idTokenClaims: { iat: 7 } }],
      before: (it) => (it.memory = memory),
    });

    expect(next.tabs.sent).toMatchObject([{ type: 'signed-in', about: aboutOf(ADA) }]);
    expect(next.tabs.memory.isSigningIn).toBe(false);
  });

  it.each<[string, (cache: FakeAccountCache) => void]>([
    ['an account that is there', (cache) => cache.change([ADA, ALAN])],
    ['a request that has failed', (cache) => cache.change([ADA, ALAN], FAILED)],
    [
      'a renewal',
      (cache) => {
        cache.beginRequest('r-1', ADA);
        cache.endRequest('r-1', ADA);
      },
    ],
  ])('is not what somebody else has done: %s', async (_, happen) => {
    const { cache, tabs, signIns } = await setupAccounts({ people: [ADA] });
    happen(cache);

    expect(signIns).toEqual([]);
    expect(tabs.sent).toEqual([]);
  });
});

it('looks with everything that is there when it is told to', async () => {
  const { cache, accounts } = await setupAccounts();
  changeQuietly(cache, ADA);
  const initialize = jest.spyOn(cache, 'initialize');
  await accounts.read();

  expect(accounts.current).toEqual([ADA]);
  expect(initialize).toHaveBeenCalledTimes(1);
});

it('looks for a sign-in only where it knows of nobody', async () => {
  const { cache, accounts } = await setupAccounts({ people: [ADA] });
  changeQuietly(cache, ADA, ALAN);
  await accounts.lookForSignIn();
  expect(accounts.current).toEqual([ADA]);
  changeQuietly(cache);
  accounts.look();
  changeQuietly(cache, ALAN);
  await accounts.lookForSignIn();

  expect(accounts.current).toEqual([ALAN]);
});

it('clears with everybody who has signed in since, too', async () => {
  const { cache, tabs, accounts } = await setupAccounts({ people: [ADA] });
  cache.signIn(ALAN);
  await accounts.clear({ ...ADA_ONLY, everyone: true }, 9, CAUSE);

  expect(accounts.current).toEqual([]);
  expect(tabs.sent.at(-1)?.about).toEqual(expect.arrayContaining([...aboutOf(ADA, ALAN)]));
});

it.each([
  ['initialize', (setup: Setup) => setup.accounts.read()],
  ['clear', (setup: Setup) => setup.accounts.clear(ADA_ONLY, 9, CAUSE)],
] as const)('waits ten seconds at most for a cache whose %s never ends', async (member, use) => {
  const setup = await setupAccounts({ people: [ADA] });
  jest.useFakeTimers();
  jest.spyOn(setup.cache, member).mockReturnValue(new Promise<never>(() => undefined));
  const outcome = use(setup).then(
    () => 'done',
    () => 'given up',
  );
  await jest.advanceTimersByTimeAsync(10_000);
  jest.useRealTimers();

  expect(await outcome).toBe('given up');
});

type Setup = Awaited<ReturnType<typeof setupAccounts>>;

it.each([
  ['keeps what could not be cleared, and does not clear it by its own note', false],
  ['keeps it, too, where all tabs share the cache', true],
])('%s', async (_, isShared) => {
  const { cache, accounts } = await setupAccounts({ people: [ADA] });
  cache.isShared = isShared;
  cache.stuck = true;
  await expect(accounts.clear(ADA_ONLY, 9, CAUSE)).rejects.toMatchObject({
    code: 'cache_clear_failed',
  });
  cache.stuck = false;
  cache.change([ADA]);
  await later();

  expect(cache.getAllAccounts()).toEqual([ADA]);
});

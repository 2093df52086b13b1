import { FakeAccountCache } from '../../../testing/src/fakes/fake-account-cache';
import { EventHub } from '../events/event-hub';
import { EventType, InteractionType } from '../events/event-type';
import type { MsalLogoutEvent } from '../events/msal-logout-event';
import { account, ADA, ALAN } from '../testing/people';
import type { AccountInfo } from './account-info';
import { accountIdentity } from './account-info';
import { SignedInAccounts } from './signed-in-accounts';

const CAUSE = {
  correlationId: 'c-1',
  interactionType: InteractionType.None,
  origin: 'here',
} as const;
const ADA_ONLY = { accounts: [accountIdentity(ADA)], everyone: false };

async function setupAccounts(...people: readonly AccountInfo[]) {
  const cache = new FakeAccountCache(people);
  const hub = new EventHub();
  const events: MsalLogoutEvent[] = [];
  hub.add((event) => events.push(event));
  const accounts = new SignedInAccounts(cache, hub);
  const told: (readonly AccountInfo[])[] = [];
  accounts.addListener((now) => told.push(now));
  const signedIn: (readonly AccountInfo[])[] = [];
  const stop = await accounts.watch((now) => signedIn.push(now));
  return { cache, accounts, events, told, signedIn, stop };
}

/** Changes what is in the cache, and nobody is told. */
function changeQuietly(cache: FakeAccountCache, ...people: readonly AccountInfo[]): void {
  jest.spyOn(cache, 'getAllAccounts').mockReturnValue(people);
}

const later = () => new Promise((resolve) => setTimeout(resolve));

afterEach(() => jest.restoreAllMocks());

describe('a listener', () => {
  it('is told of others, and not of the same in another order', async () => {
    const { cache, told } = await setupAccounts(ADA, ALAN);
    expect(told).toEqual([[ADA, ALAN]]);
    cache.replace([ALAN, ADA]);
    expect(told).toHaveLength(1);
    cache.replace([ALAN]);

    expect(told.at(-1)).toEqual([ALAN]);
    expect(told).toHaveLength(2);
  });

  it('hears nothing once the watching has ended, also not later', async () => {
    const { cache, stop, told } = await setupAccounts(ADA);
    cache.replace([ADA]);
    stop();
    changeQuietly(cache);
    await later();
    cache.replace([]);

    expect(told).toEqual([[ADA]]);
  });

  it('is told of what comes right after a change was told', async () => {
    const { cache, told } = await setupAccounts(ADA);
    cache.replace([ADA]);
    changeQuietly(cache);
    expect(told).toHaveLength(1);
    await later();

    expect(told).toEqual([[ADA], []]);
  });

  it('of sign-ins is told of those only that bring somebody', async () => {
    const { cache, signedIn } = await setupAccounts();
    cache.replace([], 'sign-in');
    expect(signedIn).toEqual([]);
    cache.replace([ADA], 'sign-in');
    cache.replace([ADA, ALAN], 'unknown');

    expect(signedIn).toEqual([[ADA]]);
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
  const { cache, accounts } = await setupAccounts(ADA);
  changeQuietly(cache, ADA, ALAN);
  await accounts.lookForSignIn();
  expect(accounts.current).toEqual([ADA]);

  changeQuietly(cache);
  accounts.lookAgain();
  changeQuietly(cache, ALAN);
  await accounts.lookForSignIn();
  expect(accounts.current).toEqual([ALAN]);
});

it('clears with everybody who has signed in since, too', async () => {
  const { cache, accounts } = await setupAccounts(ADA);
  cache.replace([ADA, ALAN], 'sign-in');
  await accounts.clear({ ...ADA_ONLY, everyone: true }, CAUSE);

  expect(accounts.current).toEqual([]);
});

describe('a sign-out of another tab that this one has missed', () => {
  const [BEFORE, AT, WITHOUT] = [
    account('ada', { idTokenClaims: { iat: 999 } }),
    account('alan', { idTokenClaims: { iat: 1_000 } }),
    account('grace'),
  ] as const;
  const { idTokenClaims: _none, ...UNKNOWN } = WITHOUT;

  it('is followed for who has not signed in since then', async () => {
    const { accounts, events } = await setupAccounts(BEFORE, AT, UNKNOWN);
    await accounts.followLate({ correlationId: 'c-2', at: 1_000_000, isAbout: () => true });

    expect(accounts.current).toEqual([AT]);
    expect(events).toMatchObject([
      { eventType: EventType.ACCOUNTS_CLEARED, origin: 'other-tab', correlationId: 'c-2' },
    ]);
  });

  it('is not followed for who is not meant', async () => {
    const { accounts } = await setupAccounts(BEFORE);
    await accounts.followLate({ correlationId: 'c-2', at: 1_000_000, isAbout: () => false });

    expect(accounts.current).toEqual([BEFORE]);
  });
});

describe('who is brought back by a token request', () => {
  async function setupReturn() {
    const setup = await setupAccounts(ADA, ALAN);
    await setup.accounts.clear(ADA_ONLY, CAUSE);
    return setup;
  }

  it('is cleared again, and nobody else', async () => {
    const { cache, accounts, events } = await setupReturn();
    const clear = jest.spyOn(cache, 'clear');
    cache.replace([ADA, ALAN], 'silent-token');
    await later();

    expect(clear.mock.calls).toEqual([[ADA_ONLY, expect.any(String)]]);
    expect(accounts.current).toEqual([ALAN]);
    expect(events.at(-1)).toMatchObject({
      eventType: EventType.ACCOUNTS_CLEARED_AGAIN,
      accounts: [accountIdentity(ADA)],
    });
  });

  it('is told as signed in where that fails', async () => {
    const { cache, accounts, events } = await setupReturn();
    cache.stuck = true;
    cache.replace([ADA, ALAN], 'silent-token');
    await later();

    expect(accounts.current).toEqual([ADA, ALAN]);
    expect(events.at(-1)?.eventType).toBe(EventType.ACCOUNTS_CLEARED);
  });
});

describe('of accounts that somebody else has cleared', () => {
  const announce = (accounts: SignedInAccounts, who: AccountInfo, correlationId: string): void =>
    accounts.expect({ accounts: [accountIdentity(who)], correlationId, everyone: false });

  it.each([
    ['one sign-out has announced all', ['c-2', 'c-2'], { origin: 'other-tab' }],
    ['two have', ['c-2', 'c-3'], { origin: 'elsewhere' }],
    ['one has announced a part', ['c-2', null], { origin: 'elsewhere' }],
    ['none has', [null, null], { origin: 'elsewhere' }],
  ])('it says who did it when %s', async (_, [ofAda, ofAlan], told) => {
    const { cache, accounts, events } = await setupAccounts(ADA, ALAN);
    if (ofAda) announce(accounts, ADA, ofAda);
    if (ofAlan) announce(accounts, ALAN, ofAlan);
    cache.replace([]);

    expect(events).toMatchObject([told]);
  });
});

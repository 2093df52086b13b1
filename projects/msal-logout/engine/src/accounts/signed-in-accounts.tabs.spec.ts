import type { AccountInfo } from '../cache/account-info';
import { accountIdentity } from '../cache/account-info';
import { EventType, InteractionType } from '../events/event-type';
import { accountDigest, digestOf } from '../tabs/account-digest';
import type { OwnCopy } from '../tabs/tab-channel';
import { account, ADA, ALAN } from '../testing/people';
import { setupAccounts } from '../testing/setup-accounts';
import { aboutOf, noteOf } from '../testing/tab-note';

const CAUSE = {
  correlationId: 'c-1',
  interactionType: InteractionType.None,
  origin: 'here',
} as const;
const ADA_ONLY = { accounts: [accountIdentity(ADA)], everyone: false };

const later = () => new Promise((resolve) => setTimeout(resolve));

afterEach(() => jest.restoreAllMocks());

describe('a sign-out of another tab that this one has missed', () => {
  const issued = (name: string, iat: number) => account(name, { idTokenClaims: { iat } });
  const copy = (person: AccountInfo, since: number): OwnCopy => ({
    account: accountDigest(person),
    since,
    token: digestOf(JSON.stringify(person.idTokenClaims ?? null)),
  });
  const [BEFORE, AFTER, CHANGED] = [issued('ada', 1), issued('alan', 2), issued('grace', 3)];
  const { idTokenClaims: _none, ...UNKNOWN } = account('edsger');
  const EVERYBODY = [BEFORE, AFTER, CHANGED, UNKNOWN];

  it('is followed for who has not signed in since then', async () => {
    const { cache, accounts, events } = await setupAccounts({
      people: EVERYBODY,
      before: (tabs) => {
        tabs.memory = {
          copies: [
            copy(BEFORE, 4),
            copy(AFTER, 6),
            copy({ ...CHANGED, idTokenClaims: { iat: 1 } }, 4),
            copy(UNKNOWN, 5),
          ],
          isSigningIn: false,
        };
        tabs.miss(noteOf({ about: aboutOf(...EVERYBODY), order: 5, correlationId: 'c-2' }));
      },
    });
    await later();

    expect(cache.getAllAccounts()).toEqual([AFTER, CHANGED]);
    expect(accounts.current).toEqual([AFTER, CHANGED]);
    expect(events).toMatchObject([
      { eventType: EventType.ACCOUNTS_CLEARED, origin: 'other-tab', correlationId: 'c-2' },
    ]);
  });

  it('is not followed for who is not meant', async () => {
    const { accounts } = await setupAccounts({
      people: [BEFORE],
      before: (tabs) => {
        tabs.memory = { copies: [copy(BEFORE, 4)], isSigningIn: false };
        tabs.miss(noteOf({ about: aboutOf(ALAN), order: 5 }));
      },
    });
    await later();

    expect(accounts.current).toEqual([BEFORE]);
  });

  it('is not followed by a tab that is new', async () => {
    const { accounts } = await setupAccounts({
      people: [BEFORE],
      before: (tabs) => tabs.miss(noteOf({ order: 5 })),
    });
    await later();

    expect(accounts.current).toEqual([BEFORE]);
  });

  it('is reported where it cannot be followed', async () => {
    const setup = await setupAccounts({ people: [ADA] });
    setup.cache.stuck = true;
    setup.tabs.miss(noteOf());
    setup.accounts.look();
    await later();

    expect(setup.reported).toEqual([expect.objectContaining({ code: 'cache_clear_failed' })]);
    expect(setup.accounts.current).toEqual([ADA]);
  });
});

it('remembers for later pages which accounts are in the cache', async () => {
  const { cache, tabs, accounts } = await setupAccounts({ people: [ADA] });
  const remembered = () => tabs.memory.copies.map((each) => each.account);
  expect(remembered()).toContain(accountDigest(ADA));
  await accounts.clear(ADA_ONLY, 9, CAUSE);
  expect(remembered()).not.toContain(accountDigest(ADA));
  cache.isShared = true;
  cache.change([ADA]);

  expect(remembered()).toEqual([accountDigest(ADA)]);
});

describe('who is brought back by a token request', () => {
  async function setupReturn() {
    const setup = await setupAccounts({ people: [ADA, ALAN] });
    setup.cache.beginRequest('r-1', ADA);
    await setup.accounts.clear(ADA_ONLY, 9, CAUSE);
    return setup;
  }

  it('is cleared again, and nobody else', async () => {
    const { cache, accounts, events } = await setupReturn();
    const clear = jest.spyOn(cache, 'clear');
    cache.endRequest('r-1', ADA);
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
    cache.endRequest('r-1', ADA);
    await later();

    expect(accounts.current).toEqual(expect.arrayContaining([ADA, ALAN]));
    expect(events.at(-1)?.eventType).toBe(EventType.ACCOUNTS_CLEARED);
  });
});

import type { AccountInfo } from '../cache/account-info';
import { accountIdentity } from '../cache/account-info';
import { EventHub } from '../events/event-hub';
import { EventType, InteractionType } from '../events/event-type';
import type { MsalLogoutEvent } from '../events/msal-logout-event';
import { account, ADA, ALAN } from '../testing/people';
import { ClearedAccounts } from './cleared-accounts';

const GRACE = account('grace');
const HERE = {
  origin: 'here',
  interactionType: InteractionType.Popup,
  correlationId: 'c-here',
} as const;

/** These were listed at the last look; `signOuts` are the sign-outs of other tabs, by account. */
function setupCleared(
  people: readonly AccountInfo[],
  signOuts: Readonly<Record<string, string>> = {},
) {
  const hub = new EventHub();
  const events: MsalLogoutEvent[] = [];
  hub.add((event) => events.push(event));
  const cleared = new ClearedAccounts(hub, ({ homeAccountId }) => signOuts[homeAccountId]);
  cleared.compare(people, null);
  return { cleared, events };
}

const cleared = (
  origin: string,
  gone: readonly AccountInfo[],
  remaining: readonly AccountInfo[],
  correlationId: unknown = expect.any(String),
) => ({
  eventType: EventType.ACCOUNTS_CLEARED,
  origin,
  correlationId,
  accounts: gone.map(accountIdentity),
  remaining: remaining.map(accountIdentity),
  timestamp: expect.any(Number),
});

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('reports nothing while nobody is gone', () => {
  const { cleared, events } = setupCleared([ADA]);
  cleared.compare([ADA, ALAN], null);
  cleared.compare([ALAN, ADA], null);

  expect(events).toEqual([]);
  expect(jest.getTimerCount()).toBe(0);
});

it('reports what a sign-out of this tab has cleared as its own, ids only', () => {
  const setup = setupCleared([ADA, ALAN], { ada: 'c-2', alan: 'c-2' });
  setup.cleared.compare([ALAN], HERE);

  expect(setup.events).toEqual([
    { ...cleared('here', [ADA], [ALAN], 'c-here'), interactionType: 'popup' },
  ]);
  expect(jest.getTimerCount()).toBe(0);
});

it('reports each of them once', () => {
  const setup = setupCleared([ADA]);
  setup.cleared.compare([], null);
  setup.cleared.compare([], null);
  jest.runAllTimers();

  expect(setup.events).toHaveLength(1);
});

describe('of accounts that somebody else has cleared at once', () => {
  it.each([
    [
      'one sign-out of another tab has taken all',
      { ada: 'c-2', alan: 'c-2' },
      [cleared('other-tab', [ADA, ALAN], [], 'c-2')],
    ],
    [
      'two have',
      { ada: 'c-2', alan: 'c-3' },
      [cleared('other-tab', [ADA], [], 'c-2'), cleared('other-tab', [ALAN], [], 'c-3')],
    ],
    [
      'one has taken a part',
      { ada: 'c-2' },
      [cleared('other-tab', [ADA], [], 'c-2'), cleared('elsewhere', [ALAN], [])],
    ],
    ['none has', {}, [cleared('elsewhere', [ADA, ALAN], [])]],
  ])('it says who did it when %s', (_, signOuts, told) => {
    const setup = setupCleared([ADA, ALAN], signOuts);
    setup.cleared.compare([], null);

    expect(setup.events).toEqual(
      told.map((event) => ({ ...event, interactionType: InteractionType.None })),
    );
  });
});

describe('accounts of one sign-out in another tab that go one by one', () => {
  const OF_BOTH = { ada: 'c-2', alan: 'c-2' };

  it('are reported by one event, as soon as the last one is gone', () => {
    const setup = setupCleared([ADA, ALAN, GRACE], OF_BOTH);
    setup.cleared.compare([ALAN, GRACE], null);
    expect(setup.events).toEqual([]);
    setup.cleared.compare([GRACE], null);

    expect(setup.events).toMatchObject([cleared('other-tab', [ADA, ALAN], [GRACE], 'c-2')]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('wait for each other for a second at most', () => {
    const setup = setupCleared([ADA, ALAN], OF_BOTH);
    setup.cleared.compare([ALAN], null);
    jest.advanceTimersByTime(999);
    setup.cleared.compare([ALAN], null);
    expect(setup.events).toEqual([]);
    jest.advanceTimersByTime(1);

    expect(setup.events).toMatchObject([cleared('other-tab', [ADA], [ALAN], 'c-2')]);
    setup.cleared.compare([], null);
    expect(setup.events).toMatchObject([{}, cleared('other-tab', [ALAN], [], 'c-2')]);
  });

  it('are not reported where they are back before that', () => {
    const setup = setupCleared([ADA, ALAN], OF_BOTH);
    setup.cleared.compare([ALAN], null);
    setup.cleared.compare([ALAN, ADA], null);
    jest.runAllTimers();

    expect(setup.events).toEqual([]);
  });

  it('do not delay those of others', () => {
    const setup = setupCleared([ADA, ALAN, GRACE], OF_BOTH);
    setup.cleared.compare([ALAN], null);

    expect(setup.events).toMatchObject([cleared('elsewhere', [GRACE], [ALAN])]);
  });

  it('are reported at once when this tab clears the rest', () => {
    const setup = setupCleared([ADA, ALAN], OF_BOTH);
    setup.cleared.compare([ALAN], null);
    setup.cleared.compare([], HERE);

    expect(setup.events).toMatchObject([
      cleared('other-tab', [ADA], [], 'c-2'),
      cleared('here', [ALAN], [], 'c-here'),
    ]);
  });

  it('are not reported once that has been stopped', () => {
    const setup = setupCleared([ADA, ALAN], OF_BOTH);
    setup.cleared.compare([ALAN], null);
    setup.cleared.stop();
    jest.runAllTimers();

    expect(setup.events).toEqual([]);
  });
});

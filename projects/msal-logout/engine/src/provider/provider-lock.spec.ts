import { FakePopup } from '../../../testing/src/fakes/fake-popup';
import { accountIdentity } from '../cache/account-info';
import type { JournalEntry } from '../sign-outs/logout-journal';
import { accountDigest } from '../tabs/account-digest';
import { entryOf } from '../testing/journal-entry';
import { ADA, ALAN } from '../testing/people';
import { setupClient } from '../testing/setup-client';
import { noteOf } from '../testing/tab-note';

const clientDigest = (homeAccountId: string): string =>
  accountDigest({ homeAccountId, environment: '' });
const [MAIL, CALENDAR] = [clientDigest('mail-app'), clientDigest('calendar')];
const lockOf = (client: string, ...people: readonly { homeAccountId: string }[]): string =>
  `end-session.asking.${[client, ...people.map((it) => accountDigest({ ...ADA, ...it }))].join('+')}`;
const DELEGATED = { local: 'cleared', server: 'delegated', reason: 'other_tab' };

/** A tab with Ada and Alan; the page is still there after a redirect. */
async function setupTab() {
  const setup = setupClient({ accounts: [ADA, ALAN] });
  setup.navigation.answer = () => Promise.resolve(false);
  await setup.client.initialize();
  return setup;
}

afterEach(() => jest.restoreAllMocks());

it.each([
  ['about the same account', lockOf(MAIL, ADA)],
  ['about more accounts', [lockOf(MAIL, ADA), accountDigest(ALAN)].join('+')],
  ['for another client', lockOf(CALENDAR, ADA)],
])('leaves the server to another tab that talks to it %s', async (_, lock) => {
  const { client, cache, tabLock, navigation, events } = await setupTab();
  tabLock.taken.add(lock);

  await expect(client.logoutRedirect({ account: ADA })).resolves.toMatchObject(DELEGATED);
  expect(cache.getAllAccounts()).toEqual([ALAN]);
  expect(navigation.external).toEqual([]);
  expect(events.map(({ eventType }) => eventType).slice(-2)).toEqual([
    'msal:logoutSuccess',
    'msal:logoutEnd',
  ]);
});

it('has the browser get its locks ready at the start, and takes none', async () => {
  const { client, tabLock } = setupClient({ accounts: [ADA] });
  const held = jest.spyOn(tabLock, 'held');
  await client.initialize();

  expect(held).toHaveBeenCalledTimes(1);
  expect(tabLock.taken).toEqual(new Set());
});

it('is named so that MSAL does not take it for an entry of the account or the client', async () => {
  expect(await lockTakenBy([ADA])).not.toMatch(/ada|id\.example|mail-app|msal/);
});

it('is the same for the same people in another order', async () => {
  expect(await lockTakenBy([ADA, ALAN])).toBe(await lockTakenBy([ALAN, ADA]));
});

/** The lock that a sign-out of everybody takes. */
async function lockTakenBy(accounts: readonly (typeof ADA)[]): Promise<string | undefined> {
  const { client, navigation, tabLock } = setupClient({ accounts });
  navigation.answer = () => Promise.resolve(false);
  const take = jest.spyOn(tabLock, 'take');
  await client.logoutRedirect();
  const names = take.mock.calls
    .map(([name]) => name)
    .filter((name) => name.startsWith('end-session.asking.'));
  expect(names).toHaveLength(1);
  return names[0];
}

it('closes a popup that it does not need', async () => {
  const { client, tabLock } = await setupTab();
  const popup = new FakePopup();
  jest.spyOn(window, 'open').mockReturnValue(popup as unknown as Window);
  tabLock.taken.add(lockOf(MAIL, ADA));

  await expect(client.logoutPopup({ account: ADA })).resolves.toMatchObject(DELEGATED);
  expect(popup).toMatchObject({ closed: true, sentTo: null });
});

it.each([
  ['other people', { account: ALAN }],
  ['more people', {}],
])('talks about %s meanwhile', async (_, request) => {
  const { client, tabLock, navigation } = await setupTab();
  tabLock.taken.add(lockOf(MAIL, ADA));
  await client.logoutRedirect(request);

  expect(navigation.external).toHaveLength(1);
});

it.each([
  ['leaves it to another tab of the client', MAIL, 0],
  ['talks to it beside another client', CALENDAR, 1],
])('where nobody is left to be named, %s', async (_, holder, left) => {
  const { client, cache, tabLock, navigation } = await setupTab();
  cache.change([]);
  tabLock.taken.add(lockOf(holder, ADA));
  await client.logoutRedirect();

  expect(navigation.external).toHaveLength(left);
});

it('holds the turn while it talks, and gives it back when the page has stayed', async () => {
  const { client, tabLock, navigation } = await setupTab();
  const held: boolean[] = [];
  navigation.onExternal = () => held.push(tabLock.taken.has(lockOf(MAIL, ADA)));
  await client.logoutRedirect({ account: ADA });

  expect(held).toEqual([true]);
  expect(tabLock.taken.size).toBe(0);
});

it('never leaves the next sign-out of this tab to one that has ended here', async () => {
  const { client, navigation } = await setupTab();
  await client.logoutRedirect({ account: ADA });
  await client.logoutRedirect({ account: ADA });

  expect(navigation.external).toHaveLength(2);
});

it('goes on where no lock can be taken', async () => {
  const { client, tabLock, navigation } = await setupTab();
  tabLock.take = () => Promise.reject(new DOMException('', 'SecurityError'));
  await client.logoutRedirect({ account: ADA });

  expect(navigation.external).toHaveLength(1);
});

describe('after another tab has left for the provider', () => {
  /** A tab that knows of it. */
  async function setupAfter(members: Partial<JournalEntry> = {}) {
    const setup = await setupTab();
    setup.journal.write(entryOf({ stateId: 'of-another-tab', ...members }));
    return setup;
  }

  it.each([
    ['the same account', { account: ADA }],
    ['everybody, when these are', {}],
  ])('leaves the server to it, for %s', async (_, request) => {
    const { client, cache, navigation } = await setupAfter();
    cache.change([]);

    await expect(client.logoutRedirect(request)).resolves.toMatchObject(DELEGATED);
    expect(navigation.external).toEqual([]);
  });

  it.each([
    ['somebody else is meant', { account: ALAN }],
    ['somebody else is meant, too', {}],
  ] as const)('talks to the server when %s', async (_, request) => {
    const { client, cache, navigation } = await setupAfter();
    cache.change([ALAN]);
    await client.logoutRedirect(request);

    expect(navigation.external).toHaveLength(1);
  });

  it('talks to the server where nobody is left and it was another client that has left', async () => {
    const { client, cache, navigation } = await setupAfter({ clientId: 'calendar' });
    cache.change([]);
    await client.logoutRedirect();

    expect(navigation.external).toHaveLength(1);
  });

  it.each(['here', 'in another tab'])('forgets it when somebody signs in %s', async (where) => {
    const { client, tabs, cache, navigation } = await setupAfter();
    cache.change([]);
    if (where === 'in another tab') tabs.receive(noteOf({ type: 'signed-in', order: 2 }));
    else cache.signIn(ADA);
    await client.logoutRedirect({ account: ADA });

    expect(navigation.external).toHaveLength(1);
  });

  it.each<[string, Partial<JournalEntry>]>([
    ['after five seconds', { leftAt: Date.now() - 5_000 }],
    ['when that tab has come back', { stage: 'interrupted' }],
    ['when nobody comes back from there', { stage: 'gone' }],
    ['when it was about fewer', { accounts: [accountIdentity(ALAN)] }],
  ])('does not wait for it %s', async (_, members) => {
    const { client, cache, navigation } = await setupAfter(members);
    cache.change([]);
    await client.logoutRedirect({ account: ADA });

    expect(navigation.external).toHaveLength(1);
  });
});

import { FakePopup } from '../../../testing/src/fakes/fake-popup';
import { ADA, ALAN } from '../testing/people';
import { setupClient } from '../testing/setup-client';
import { fingerprint } from './fingerprint';

const TURN_OF_ADA = `end-session.turn.${fingerprint(ADA)}`;
const DELEGATED = { local: 'cleared', server: 'delegated', reason: 'other_tab' };
const AT_SERVER = { type: 'at-server', accounts: [ADA] } as const;

/** A tab with Ada and Alan; the page is still there after a redirect. */
async function setupTab() {
  const setup = setupClient({ accounts: [ADA, ALAN] });
  setup.navigation.answer = () => Promise.resolve(false);
  await setup.client.initialize();
  return setup;
}

afterEach(() => jest.restoreAllMocks());

it('leaves the server to another tab that talks to it about the same people', async () => {
  const { client, cache, tabLock, navigation, events } = await setupTab();
  tabLock.taken.add(TURN_OF_ADA);

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
  const isTaken = jest.spyOn(tabLock, 'isTaken');
  await client.initialize();

  expect(isTaken).toHaveBeenCalledTimes(1);
  expect(tabLock.taken).toEqual(new Set());
});

it('is named so that MSAL does not take it for an entry of the account', () => {
  expect(TURN_OF_ADA).not.toMatch(/ada|id\.example/);
});

it('is the same for the same people in another order', async () => {
  const [one, other] = await Promise.all(
    [
      [ADA, ALAN],
      [ALAN, ADA],
    ].map(async (accounts) => {
      const { client, navigation, tabLock } = setupClient({ accounts });
      navigation.answer = () => Promise.resolve(false);
      const take = jest.spyOn(tabLock, 'take');
      await client.logoutRedirect();
      return take.mock.calls.map(([name]) => name).filter((name) => name.includes('.turn.'));
    }),
  );

  expect(one).toHaveLength(1);
  expect(other).toEqual(one);
});

it('closes a popup that it does not need', async () => {
  const { client, tabLock } = await setupTab();
  const popup = new FakePopup();
  jest.spyOn(window, 'open').mockReturnValue(popup as unknown as Window);
  tabLock.taken.add(TURN_OF_ADA);

  await expect(client.logoutPopup({ account: ADA })).resolves.toMatchObject(DELEGATED);
  expect(popup).toMatchObject({ closed: true, sentTo: null });
});

it('talks about other people meanwhile', async () => {
  const { client, tabLock, navigation } = await setupTab();
  tabLock.taken.add(TURN_OF_ADA);
  await client.logoutRedirect({ account: ALAN });

  expect(navigation.external).toHaveLength(1);
});

it('tells the others that it has the turn', async () => {
  const { client, tabs } = await setupTab();
  await client.logoutRedirect({ account: ADA });

  expect(tabs.sent.at(-1)).toMatchObject({
    type: 'at-server',
    accounts: [{ homeAccountId: 'ada' }],
  });
});

it('gives the turn back when the page has stayed', async () => {
  const { client, tabLock } = await setupTab();
  await client.logoutRedirect({ account: ADA });

  expect(tabLock.taken.size).toBe(0);
});

it('goes on where no lock can be taken', async () => {
  const { client, tabLock, navigation } = await setupTab();
  tabLock.take = () => Promise.reject(new DOMException('', 'SecurityError'));
  await client.logoutRedirect({ account: ADA });

  expect(navigation.external).toHaveLength(1);
});

describe('after another tab has left for the provider', () => {
  it.each([
    ['the same account', { account: ADA }],
    ['everybody, when these are', {}],
  ])('leaves the server to it, for %s', async (_, request) => {
    const { client, tabs, cache, navigation } = await setupTab();
    tabs.receive(AT_SERVER);
    cache.replace([]);

    await expect(client.logoutRedirect(request)).resolves.toMatchObject(DELEGATED);
    expect(navigation.external).toEqual([]);
  });

  it.each([
    ['somebody else is meant', { account: ALAN }],
    ['somebody else is meant, too', {}],
  ] as const)('talks to the server when %s', async (_, request) => {
    const { client, tabs, navigation } = await setupTab();
    tabs.receive(AT_SERVER);
    await client.logoutRedirect(request);

    expect(navigation.external).toHaveLength(1);
  });

  it.each(['here', 'in another tab'])('forgets it when somebody signs in %s', async (where) => {
    const { client, tabs, cache, navigation } = await setupTab();
    tabs.receive(AT_SERVER);
    cache.replace([]);
    if (where === 'in another tab') tabs.receive({ type: 'signed-in', accounts: [ADA] });
    cache.replace([ADA], 'sign-in');
    await client.logoutRedirect({ account: ADA });

    expect(navigation.external).toHaveLength(1);
  });

  it('forgets it after ten seconds', async () => {
    const { client, tabs, navigation } = await setupTab();
    tabs.receive(AT_SERVER);
    const now = performance.now() + 10_001;
    jest.spyOn(performance, 'now').mockReturnValue(now);
    await client.logoutRedirect({ account: ADA });

    expect(navigation.external).toHaveLength(1);
  });
});

import { EventType } from './events/event-type';
import { ADA, ALAN } from './testing/people';
import { setupClient } from './testing/setup-client';

const nextEvent = ({ client }: ReturnType<typeof setupClient>): Promise<unknown> =>
  new Promise((resolve) => client.addEventCallback(resolve));

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

describe('a sign-in that has not been told of yet', () => {
  /** As after MSAL has written the account, and before what it has written is decrypted. */
  const signInUntold = ({ cache }: ReturnType<typeof setupClient>): void => {
    jest.spyOn(cache, 'getAllAccounts').mockReturnValue([ADA]);
  };

  it('is seen by who asks whether the cache can be read', async () => {
    const setup = setupClient();
    await setup.client.initialize();
    signInUntold(setup);
    await setup.client.initialize();

    expect(setup.client.accounts).toEqual([ADA]);
  });

  it('is none when a token request brings back whom a sign-out has put out', async () => {
    const setup = setupClient({ accounts: [ADA] });
    await setup.client.clearCache();
    signInUntold(setup);
    await setup.client.initialize();

    expect(setup.client.accounts).toEqual([]);
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
  /** A sign-out of another tab. */
  const OF_ADA = {
    correlationId: 'c-1',
    accounts: [ADA],
    everyone: false,
  };

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
    tabs.receive({ type: 'signed-out', ...OF_ADA });
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

  it('leaves a cache alone that all tabs share: somebody may be signed in again by now', async () => {
    const { client, tabs, cache, events } = setupClient({ accounts: [ADA] });
    cache.isShared = true;
    await client.initialize();
    tabs.receive({ type: 'signed-out', ...OF_ADA, everyone: true });
    tabs.receive({ type: 'signed-in', accounts: [ADA] });
    await new Promise((resolve) => setTimeout(resolve));
    cache.replace([ADA], 'silent-token');

    expect(cache.getAllAccounts()).toEqual([ADA]);
    expect(events).toEqual([]);
  });

  it('takes off the shared lists whom two tabs have signed out at the same moment', async () => {
    const { client, tabs, cache } = setupClient({ accounts: [ADA, ALAN] });
    cache.isShared = true;
    await client.clearCache({ account: ALAN });
    tabs.receive({ type: 'signed-out', ...OF_ADA });

    expect(cache.forgotten.map(({ homeAccountId }) => homeAccountId)).toEqual(['alan', 'ada']);
  });

  it('takes them off, too, when it hears of the other sign-out while it clears itself', async () => {
    const { client, tabs, cache } = setupClient({ accounts: [ADA, ALAN] });
    cache.isShared = true;
    const clear = cache.clear.bind(cache);
    cache.clear = (...args) => {
      tabs.receive({ type: 'signed-out', ...OF_ADA });
      return clear(...args);
    };
    await client.clearCache({ account: ALAN });

    expect(cache.forgotten.map(({ homeAccountId }) => homeAccountId)).toEqual(['alan', 'ada']);
  });

  it('takes them off, too, when the list of another tab comes later than its message', async () => {
    const { client, tabs, cache } = setupClient({ accounts: [ADA] });
    cache.isShared = true;
    await client.initialize();
    tabs.receive({ type: 'signed-out', ...OF_ADA });
    cache.forgotten = [];
    cache.replace([]);

    expect(cache.forgotten.map(({ homeAccountId }) => homeAccountId)).toEqual(['ada']);
  });

  it('leaves on the lists who has signed in again', async () => {
    const { client, tabs, cache } = setupClient({ accounts: [ADA] });
    cache.isShared = true;
    await client.clearCache();
    tabs.receive({ type: 'signed-in', accounts: [ADA] });
    cache.replace([ADA]);

    expect(cache.forgotten).toEqual([]);
  });

  it('knows an announced sign-out of another tab, however it comes to notice it', async () => {
    const { client, tabs, cache, events } = setupClient({ accounts: [ADA, ALAN] });
    await client.initialize();
    tabs.receive({ type: 'signing-out', ...OF_ADA });
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

import type { FakeAccountCache } from '../../testing/src/fakes/fake-account-cache';
import { EventType } from './events/event-type';
import { ADA, ALAN } from './testing/people';
import { setupClient } from './testing/setup-client';
import { aboutOf, noteOf } from './testing/tab-note';
import { ALL_ACCOUNTS } from './tabs/note';

const nextEvent = ({ client }: ReturnType<typeof setupClient>): Promise<unknown> =>
  new Promise((resolve) => client.addEventCallback(resolve));

describe('who is signed in', () => {
  it('is told when somebody else clears an account', async () => {
    const { client, cache, events } = setupClient({ accounts: [ADA, ALAN] });
    await client.initialize();
    cache.change([ALAN]);

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
    cache.change([ADA]);

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
    await setup.client.initialize();
    setup.cache.beginRequest('r-1', ADA);
    await setup.client.clearCache({ account: ADA });
    setup.events.length = 0;
    const told = nextEvent(setup);
    setup.cache.endRequest('r-1', ADA);
    await told;

    expect(setup.cache.getAllAccounts()).toEqual([ALAN]);
    expect(setup.client.accounts).toEqual([ALAN]);
    expect(typesOf(setup)).toEqual([EventType.ACCOUNTS_CLEARED_AGAIN]);
  });

  it.each<[string, (setup: ReturnType<typeof setupClient>) => void]>([
    ['is a sign-in', ({ cache }) => cache.signIn(ADA)],
    ['nobody knows', ({ cache }) => cache.change([ADA])],
  ])('may come back by a change that %s', async (_, comeBack) => {
    const setup = setupClient({ accounts: [ADA] });
    await setup.client.clearCache();
    comeBack(setup);

    expect(setup.client.accounts).toEqual([ADA]);
  });

  it('may get tokens silently again after a sign-in', async () => {
    const setup = setupClient({ accounts: [ADA] });
    await setup.client.clearCache();
    setup.cache.signIn(ADA);
    setup.cache.beginRequest('r-1', ADA);
    setup.cache.endRequest('r-1', ADA);

    expect(setup.client.accounts).toEqual([ADA]);
    await settled();
    expect(setup.cache.getAllAccounts()).toEqual([ADA]);
  });

  it('may get a token by a request from before, once somebody has signed in again', async () => {
    const setup = setupClient({ accounts: [ADA] });
    await setup.client.initialize();
    setup.cache.beginRequest('r-1', ADA);
    await setup.client.clearCache();
    setup.cache.signIn(ADA);
    setup.cache.endRequest('r-1', ADA);
    await settled();

    expect(setup.cache.getAllAccounts()).toEqual([ADA]);
  });
});

describe('between tabs', () => {
  it('notes for the others who is signed out, right before it is done here', async () => {
    const { client, tabs, cache } = setupClient({ accounts: [ADA, ALAN] });
    const clear = cache.clear.bind(cache);
    let notedBefore = 0;
    cache.clear = (...args) => {
      notedBefore = tabs.sent.length;
      return clear(...args);
    };
    await client.clearCache({ account: ADA, correlationId: 'c-1' });

    expect(cache.getAllAccounts()).toEqual([ALAN]);
    expect(notedBefore).toBe(1);
    expect(tabs.sent).toEqual([
      {
        type: 'signed-out',
        id: expect.any(String),
        about: aboutOf(ADA),
        order: 1,
        correlationId: 'c-1',
        group: '',
        at: expect.any(Number),
      },
    ]);
    expect(JSON.stringify(tabs.sent)).not.toContain(ADA.username);
  });

  it('notes that all are signed out where nobody is named', async () => {
    const { client, tabs } = setupClient({ accounts: [ADA, ALAN] });
    await client.clearCache();

    expect(tabs.sent.map(({ about }) => about)).toEqual([[...aboutOf(ADA, ALAN), ALL_ACCOUNTS]]);
  });

  it('clears its own copy when another tab signs somebody out', async () => {
    const setup = setupClient({ accounts: [ADA, ALAN] });
    const { client, tabs, cache, events } = setup;
    await client.initialize();
    const told = nextEvent(setup);
    tabs.receive(noteOf());
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

  it('clears it, too, when it hears of that while it clears itself', async () => {
    const { client, tabs, cache } = setupClient({ accounts: [ADA, ALAN] });
    const clear = cache.clear.bind(cache);
    cache.clear = (...args) => {
      cache.clear = clear;
      tabs.receive(noteOf());
      return clear(...args);
    };
    await client.clearCache({ account: ALAN });
    await settled();

    expect(cache.getAllAccounts()).toEqual([]);
  });

  it('leaves a cache alone that all tabs share: somebody may be signed in again by now', async () => {
    const { client, tabs, cache, events } = setupClient({ accounts: [ADA] });
    cache.isShared = true;
    await client.initialize();
    tabs.receive(noteOf({ about: [...aboutOf(ADA), ALL_ACCOUNTS] }));
    await settled();
    expect(cache.getAllAccounts()).toEqual([ADA]);
    tabs.receive(signedIn());
    cache.endRequest('r-1', ADA);
    await settled();

    expect(cache.getAllAccounts()).toEqual([ADA]);
    expect(events).toEqual([]);
  });

  it('takes off the shared lists whom two tabs have signed out at the same moment', async () => {
    const { client, tabs, cache } = setupClient({ accounts: [ADA, ALAN] });
    cache.isShared = true;
    await client.clearCache({ account: ALAN });
    cache.change([]);
    tabs.receive(noteOf());
    await settling();

    expect(staleIn(cache)).toEqual(['ada', 'alan']);
  });

  it('takes them off, too, when it hears of the other sign-out while it clears itself', async () => {
    const { client, tabs, cache } = setupClient({ accounts: [ADA, ALAN] });
    cache.isShared = true;
    const clear = cache.clear.bind(cache);
    cache.clear = (...args) => {
      tabs.receive(noteOf());
      cache.change([ALAN]);
      return clear(...args);
    };
    await client.clearCache({ account: ALAN });
    await settling();

    expect(staleIn(cache)).toEqual(['ada', 'alan']);
  });

  it('takes them off, too, when the list of another tab comes later than its message', async () => {
    const { client, tabs, cache } = setupClient({ accounts: [ADA] });
    cache.isShared = true;
    await client.initialize();
    tabs.receive(noteOf());
    await settling();
    expect(staleIn(cache)).toEqual([]);
    cache.change([]);
    await settling();

    expect(staleIn(cache)).toEqual(['ada']);
  });

  it('leaves on the lists who has signed in again', async () => {
    const { client, tabs, cache } = setupClient({ accounts: [ADA] });
    cache.isShared = true;
    await client.clearCache();
    cache.staleEntriesOf = [];
    tabs.receive(signedIn());
    cache.change([ADA]);
    await settling();

    expect(staleIn(cache)).toEqual([]);
  });

  it.each<[string, (setup: ReturnType<typeof setupClient>) => void]>([
    ['before its accounts go', ({ tabs }) => tabs.receive(noteOf())],
    ['only by what it has written', ({ tabs }) => tabs.miss(noteOf())],
  ])('knows the sign-out of another tab that it notices %s', async (_, note) => {
    const setup = setupClient({ accounts: [ADA, ALAN] });
    const { client, cache, events } = setup;
    cache.isShared = true;
    await client.initialize();
    note(setup);
    cache.change([ALAN]);

    expect(events).toEqual([
      expect.objectContaining({ origin: 'other-tab', correlationId: 'c-1' }),
    ]);
  });

  it('does not keep somebody out who has signed in in another tab', async () => {
    const { client, tabs, cache } = setupClient({ accounts: [ADA] });
    await client.clearCache();
    tabs.receive(signedIn());
    cache.endRequest('r-1', ADA);
    await settled();

    expect(client.accounts).toEqual([ADA]);
  });
});

/** What another tab notes when Ada signs in there. */
function signedIn() {
  return noteOf({ type: 'signed-in', id: 'n-2', order: 1_001, correlationId: '', group: '' });
}

function staleIn({ staleEntriesOf }: FakeAccountCache): readonly string[] {
  return staleEntriesOf.map(({ homeAccountId }) => homeAccountId);
}

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Until every tab sees what another one has written. */
function settling(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 260));
}

import { createEndSessionClient } from './create-end-session-client';
import { newGuid } from './request/guid';
import { FakeNavigation } from '../../testing/src/fakes/fake-navigation';
import { authenticationResult } from './testing/authentication-result';
import type { MsalConfiguration } from './testing/msal-majors';
import { entraPerson, MAJORS, msalConfiguration, OTHER_CLIENT_ID } from './testing/msal-majors';
import type { SchemaName, StoredCache, StoredPerson } from './testing/msal-storage';
import { msalEntries } from './testing/msal-storage';

/** The ids are those of docs/msal-cases.md. Here MSAL is real, and so are storage and channels. */

const ADA = entraPerson('0a0a0a0a-0000-4000-8000-00000000000a');
const ALAN = entraPerson('0b0b0b0b-0000-4000-8000-00000000000b');
/** Another account with the local id of Ada's. */
const ADA_ELSEWHERE = entraPerson(ADA.localAccountId, '0c0c0c0c-0000-4000-8000-00000000000c');

const MAJORS_WITH_MEMORY = MAJORS.filter(([name]) => name !== 'MSAL 3');

/** Writes what a signed-in MSAL has stored. */
function store(
  schema: SchemaName,
  { auth: { clientId }, cache: { cacheLocation } }: MsalConfiguration,
  cache: Partial<StoredCache> & Pick<StoredCache, 'people'>,
): void {
  localStorage.clear();
  sessionStorage.clear();
  if (cacheLocation === 'memoryStorage') return;
  const entries = msalEntries(schema, { clientIds: [clientId, OTHER_CLIENT_ID], ...cache });
  for (const [key, value] of Object.entries(entries)) window[cacheLocation].setItem(key, value);
}

/** A client whose navigations note that the page stays. */
function setupClient(source: Parameters<typeof createEndSessionClient>[0]) {
  const navigationClient = new FakeNavigation();
  navigationClient.answer = () => Promise.resolve(true);
  const client = createEndSessionClient(source, { endSession: { system: { navigationClient } } });
  return { client, navigationClient };
}

/** For a client of its own: the channels of earlier tests are still open. */
const inLocalStorage = (): MsalConfiguration => msalConfiguration('localStorage', newGuid());

const idsOf = (accounts: readonly { homeAccountId: string }[]): string[] =>
  accounts.map(({ homeAccountId }) => homeAccountId).sort();

/** Waits for what comes over a channel: `assert` throws as long as it has not. */
async function eventually(assert: () => void | Promise<void>): Promise<void> {
  for (let attempt = 0; attempt < 40; attempt++) {
    try {
      await assert();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  await assert();
}

beforeEach(() => jest.spyOn(window, 'open').mockReturnValue(null));
afterEach(async () => {
  jest.restoreAllMocks();
  // What is under way to MSAL must not reach the instances of the next test.
  const [here, there] = [1, 2].map(() => new BroadcastChannel('msal.broadcast.cache'));
  await new Promise((resolve) => {
    there?.addEventListener('message', resolve);
    here?.postMessage({ key: 'nothing', value: null, context: 'nobody' });
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  here?.close();
  there?.close();
});

type Way = 'logoutRedirect' | 'logoutPopup' | 'clearCache';

const SIGN_OUTS: readonly (readonly [
  id: string,
  way: Way,
  account: StoredPerson | undefined,
  people: readonly [active: StoredPerson, ...others: StoredPerson[]],
  kept: readonly StoredPerson[],
])[] = [
  ['C011', 'logoutRedirect', ADA, [ADA], []],
  ['C152', 'clearCache', undefined, [ADA, ALAN], []],
  ['C154', 'clearCache', ADA, [ADA], []],
  ['C155', 'clearCache', undefined, [ADA], []],
  ['C157', 'logoutRedirect', undefined, [ADA, ADA_ELSEWHERE], []],
  ['C158', 'logoutRedirect', ADA, [ADA, ADA_ELSEWHERE], [ADA_ELSEWHERE]],
  ['C160', 'logoutPopup', undefined, [ADA, ADA_ELSEWHERE], []],
  ['C161', 'logoutPopup', ADA, [ADA, ADA_ELSEWHERE], [ADA_ELSEWHERE]],
  ['C163', 'clearCache', ADA_ELSEWHERE, [ADA_ELSEWHERE, ADA], [ADA]],
];

describe.each(MAJORS)('with %s', (name, schema, create) => {
  it.each(SIGN_OUTS)(
    '%s %s leaves no active account and nobody that it was about',
    async (id, way, account, people, kept) => {
      const configuration = msalConfiguration();
      store(schema, configuration, { people, active: people[0] });
      const instance = create(configuration);
      const { client, navigationClient } = setupClient(instance);
      await instance.initialize();
      expect(instance.getActiveAccount()?.homeAccountId).toBe(people[0].homeAccountId);
      await client[way]({ account });

      const reloaded = create(configuration);
      await reloaded.initialize();
      for (const msal of [instance, reloaded]) {
        expect(msal.getActiveAccount()).toBeNull();
        expect(idsOf(msal.getAllAccounts())).toEqual(idsOf(kept));
      }
      expect(navigationClient.external).toHaveLength(way === 'logoutRedirect' ? 1 : 0);
    },
  );

  it.each([
    ['C025', 'logoutRedirect', { onRedirectNavigate: () => false }, 'skipped'],
    ['C148', 'logoutPopup', { popupWindowParent: window }, 'failed'],
  ] as const)(
    '%s %s takes a request that no channel between tabs could carry',
    async (_, way, request, server) => {
      const configuration = inLocalStorage();
      store(schema, configuration, { people: [ADA] });
      const instance = create(configuration);
      const { client } = setupClient(instance);
      const result = await client[way]({ ...request, account: ADA });

      expect(result).toMatchObject({ local: 'cleared', server });
      expect(instance.getAllAccounts()).toEqual([]);
    },
  );

  it.each([
    ['C019', 'logoutRedirect'],
    ['C149', 'logoutPopup'],
  ] as const)('%s %s clears what is in memory only', async (_, way) => {
    const configuration = msalConfiguration('memoryStorage');
    store(schema, configuration, { people: [] });
    const instance = create(configuration);
    await instance.initialize();
    await instance.hydrateCache(authenticationResult(ADA), { scopes: ['openid'] });
    expect(idsOf(instance.getAllAccounts())).toEqual([ADA.homeAccountId]);
    const { client, navigationClient } = setupClient(instance);

    await expect(client[way]()).resolves.toMatchObject({ local: 'cleared' });
    expect(instance.getAllAccounts()).toEqual([]);
    expect(navigationClient.external).toHaveLength(way === 'logoutRedirect' ? 1 : 0);
  });

  it.each(['MSAL', 'the client'] as const)(
    'C055 frees the lock on the page that a redirect returns to, where %s is first',
    async (first) => {
      const configuration = msalConfiguration();
      store(schema, configuration, { people: [ADA] });
      const { client, navigationClient } = setupClient(create(configuration));
      navigationClient.answer = () => new Promise(() => undefined);
      const left = new Promise<void>((resolve) => (navigationClient.onExternal = resolve));
      void client.logoutRedirect();
      await left;
      window.dispatchEvent(new Event('pagehide'));
      expect(sessionStorage.getItem('msal.interaction.status')).not.toBeNull();

      const instance = create(configuration);
      const returned = setupClient(instance).client;
      if (first === 'the client') await returned.initialize();
      await instance.initialize();
      expect(await instance.handleRedirectPromise()).toBeNull();
      await returned.initialize();

      expect(sessionStorage.getItem('msal.interaction.status')).toBeNull();
    },
  );

  it('C220 clears by an instance that nobody has initialised', async () => {
    const configuration = inLocalStorage();
    store(schema, configuration, { people: [ADA], active: ADA });
    const { client } = setupClient(create(configuration));
    await client.clearCache();

    expect(JSON.stringify({ ...localStorage })).not.toContain(ADA.localAccountId);
  });
});

describe.each(MAJORS_WITH_MEMORY)('with a running %s in another tab', (name, schema, create) => {
  /** MSAL of a tab, and a client of another one that has only the configuration. */
  async function setupTabs(tab: 'the same client' | 'another client') {
    const configuration = inLocalStorage();
    const other = inLocalStorage();
    const clientIds = [configuration.auth.clientId, other.auth.clientId];
    store(schema, configuration, { people: [ADA, ALAN], active: ADA, clientIds });
    const instance = create(tab === 'the same client' ? configuration : other);
    await instance.initialize();
    /** The token that MSAL has without asking anybody. */
    const token = (account: StoredPerson): Promise<string> =>
      instance
        .acquireTokenSilent({ account, scopes: ['mail.read'], cacheLookupPolicy: 1 })
        .then(({ accessToken }) => accessToken);
    const { clientId } = instance.getConfiguration().auth;
    const { client } = setupClient(configuration);
    return { configuration, instance, clientId, client, token };
  }

  it.each([
    ['C224', 'the same client'],
    ['C226', 'another client'],
  ] as const)(
    '%s an instance of %s serves neither account nor token from memory',
    async (_, tab) => {
      const { instance, clientId, client, token } = await setupTabs(tab);
      expect(await token(ADA)).toBe(`access token of ${ADA.localAccountId}`);
      const told: unknown[] = [];
      const channel = new BroadcastChannel('msal.broadcast.cache');
      channel.addEventListener('message', ({ data }) => told.push(data));
      await client.clearCache({ account: ADA });

      await eventually(() =>
        expect(told).toContainEqual({
          key: expect.stringContaining(`|accesstoken|${clientId}|`) as string,
          value: null,
          context: clientId,
        }),
      );
      channel.close();
      await eventually(async () => {
        expect(idsOf(instance.getAllAccounts())).toEqual([ALAN.homeAccountId]);
        expect(instance.getActiveAccount()).toBeNull();
        await expect(token(ADA)).rejects.toMatchObject({ errorCode: expect.any(String) as string });
      });
      expect(await token(ALAN)).toBe(`access token of ${ALAN.localAccountId}`);
    },
  );

  it('C242 an instance hears that the active account has changed', async () => {
    const { instance, configuration } = await setupTabs('the same client');
    if ('enableAccountStorageEvents' in instance) instance.enableAccountStorageEvents();
    const told: string[] = [];
    instance.addEventCallback(({ eventType }) => told.push(eventType));
    const { client } = setupClient(create(configuration));
    await client.logoutRedirect({ account: ADA });

    await eventually(() => expect(told).toContain('msal:activeAccountChanged'));
    expect(instance.getActiveAccount()).toBeNull();
  });
});

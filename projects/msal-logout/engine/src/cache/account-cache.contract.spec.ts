import { PublicClientApplication as Msal5 } from '@azure/msal-browser';
import { PublicClientApplication as Msal3 } from 'msal-browser-3';
import { PublicClientApplication as Msal4 } from 'msal-browser-4';
import type { SchemaName, StoredCache, StoredPerson } from '../testing/msal-storage';
import { msalEntries, SCHEMA_NAMES } from '../testing/msal-storage';
import type { AccountCache } from './account-cache';
import { isKeyMap } from './key-map';
import type { MsalInstance } from './msal-instance';
import { MsalInstanceCache } from './msal-instance-cache';
import { WebStorageCache } from './web-storage-cache';

const CLIENT_ID = 'c1c1c1c1-0000-4000-8000-000000000001';
const OTHER_CLIENT_ID = 'c2c2c2c2-0000-4000-8000-000000000002';
const TENANT = '7e7e7e7e-0000-4000-8000-0000000000aa';

const configuration = {
  auth: { clientId: CLIENT_ID, authority: `https://login.microsoftonline.com/${TENANT}` },
  cache: { cacheLocation: 'sessionStorage' },
};

/** Every adapter, with the layouts that it reads: MSAL takes over those of the versions before it. */
const ADAPTERS: readonly (readonly [
  name: string,
  schemas: readonly SchemaName[],
  create: () => AccountCache,
])[] = [
  ['MSAL 3', SCHEMA_NAMES.slice(0, 1), () => instanceCache(new Msal3(configuration))],
  ['MSAL 4', SCHEMA_NAMES.slice(0, 3), () => instanceCache(new Msal4(configuration))],
  ['MSAL 5', SCHEMA_NAMES, () => instanceCache(new Msal5(configuration))],
  [
    'Web Storage',
    SCHEMA_NAMES,
    () => new WebStorageCache({ clientId: CLIENT_ID, cacheLocation: 'sessionStorage' }),
  ],
];

function instanceCache(instance: MsalInstance): AccountCache {
  return new MsalInstanceCache(instance);
}

function person(id: string, homeAccountId = `${id}.${TENANT}`): StoredPerson {
  return {
    homeAccountId,
    environment: 'login.windows.net',
    tenantId: TENANT,
    localAccountId: id,
    username: `${id}@mail.example`,
  };
}

const ADA = person('0a0a0a0a-0000-4000-8000-00000000000a');
const ALAN = person('0b0b0b0b-0000-4000-8000-00000000000b');

async function setupCache(
  schema: SchemaName,
  create: () => AccountCache,
  cache: Partial<StoredCache> & Pick<StoredCache, 'people'>,
): Promise<AccountCache> {
  sessionStorage.clear();
  localStorage.clear();
  const entries = msalEntries(schema, { clientIds: [CLIENT_ID, OTHER_CLIENT_ID], ...cache });
  for (const [key, value] of Object.entries(entries)) sessionStorage.setItem(key, value);
  const adapter = create();
  await adapter.initialize();
  return adapter;
}

const idsIn = (cache: AccountCache): string[] =>
  cache
    .getAllAccounts()
    .map(({ localAccountId }) => localAccountId)
    .sort();

/** Keys and values of the storage in which an id of the person is. */
const traces = ({ localAccountId }: StoredPerson): string[] =>
  Object.entries({ ...sessionStorage })
    .map((entry) => entry.join(' = '))
    .filter((entry) => entry.includes(localAccountId));

const target = (...accounts: StoredPerson[]) => ({ accounts, everyone: false });

describe.each(ADAPTERS)('the account cache of %s', (_, schemas, create) => {
  describe.each(schemas)('over %s', (schema) => {
    it('lists accounts with their hints', async () => {
      const cache = await setupCache(schema, create, { people: [ADA, ALAN] });

      expect(idsIn(cache)).toEqual([ADA.localAccountId, ALAN.localAccountId]);
      expect(cache.getAllAccounts()).toContainEqual(
        expect.objectContaining({
          homeAccountId: ADA.homeAccountId,
          environment: ADA.environment,
          tenantId: TENANT,
          username: ADA.username,
          idTokenClaims: expect.objectContaining({
            login_hint: `hint-${ADA.localAccountId}`,
          }) as unknown,
        }),
      );
    });

    it('clears one account of every client, and leaves no trace of it', async () => {
      const cache = await setupCache(schema, create, { people: [ADA, ALAN], active: ADA });
      const before = traces(ALAN).length;
      await cache.clear(target(ADA), 'c-1');

      expect(idsIn(cache)).toEqual([ALAN.localAccountId]);
      expect(traces(ADA)).toEqual([]);
      expect(traces(ALAN)).toHaveLength(before);
    });

    it('clears everybody', async () => {
      const cache = await setupCache(schema, create, { people: [ADA, ALAN], active: ALAN });
      await cache.clear({ accounts: cache.getAllAccounts(), everyone: true }, 'c-1');

      expect(idsIn(cache)).toEqual([]);
      expect([...traces(ADA), ...traces(ALAN)]).toEqual([]);
    });

    it('does not take an account whose ids contain those of another', async () => {
      const [alice, alice2, malice] = ['alice', 'alice2', 'malice'].map((id) => person(id, id));
      if (!alice || !alice2 || !malice) throw new Error();
      const cache = await setupCache(schema, create, { people: [alice, alice2, malice] });
      await cache.clear(target(alice), 'c-1');

      expect(idsIn(cache)).toEqual(['alice2', 'malice']);
    });

    it('finds an account whatever the letter case of its ids', async () => {
      const mixed = person('Mixed', 'Mixed-Case.Id');
      const cache = await setupCache(schema, create, { people: [mixed, ALAN] });
      await cache.clear(target({ ...mixed, homeAccountId: 'mIXED-cASE.iD' }), 'c-1');

      expect(idsIn(cache)).toEqual([ALAN.localAccountId]);
      expect(traces(mixed)).toEqual([]);
    });

    it('clears every tenant of an account', async () => {
      const guest = { ...ADA, guestTenants: ['8e8e8e8e-0000-4000-8000-0000000000bb'] };
      const cache = await setupCache(schema, create, { people: [guest] });
      expect(cache.getAllAccounts()).toHaveLength(2);
      await cache.clear(target(ADA), 'c-1');

      expect(cache.getAllAccounts()).toEqual([]);
      expect(traces(ADA)).toEqual([]);
    });

    it('has nothing to clear for an account that is not there', async () => {
      const cache = await setupCache(schema, create, { people: [ALAN] });
      const before = { ...sessionStorage };
      await cache.clear(target(ADA), 'c-1');

      expect({ ...sessionStorage }).toEqual(before);
    });

    it('removes who is only on a list any more from it', async () => {
      const cache = await setupCache(schema, create, { people: [ADA, ALAN] });
      const written = Object.entries<string>({ ...sessionStorage });
      await cache.clear(target(ADA), 'c-1');
      // Another tab has read the lists before, and writes them now.
      for (const [key, value] of written) if (isKeyMap(key)) sessionStorage.setItem(key, value);
      const before = traces(ALAN).length;
      cache.removeStaleEntries([ADA]);

      expect(traces(ADA)).toEqual([]);
      expect(traces(ALAN)).toHaveLength(before);
    });

    it('removes nothing of who is there with more than that', async () => {
      const cache = await setupCache(schema, create, { people: [ADA] });
      const before = { ...sessionStorage };
      cache.removeStaleEntries([ADA]);

      expect({ ...sessionStorage }).toEqual(before);
    });

    it('rejects with cache_clear_failed when the storage refuses', async () => {
      const cache = await setupCache(schema, create, { people: [ADA] });
      const refuse = jest.spyOn(Storage.prototype, 'removeItem').mockImplementation(() => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      });

      await expect(cache.clear(target(ADA), 'c-1')).rejects.toMatchObject({
        code: 'cache_clear_failed',
        correlationId: 'c-1',
      });
      refuse.mockRestore();
    });
  });
});

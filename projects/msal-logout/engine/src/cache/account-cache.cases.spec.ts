import {
  CLIENT_ID,
  entraPerson,
  MAJORS,
  msalConfiguration,
  OTHER_CLIENT_ID,
  TENANT,
} from '../testing/msal-majors';
import type { SchemaName, StoredCache, StoredPerson } from '../testing/msal-storage';
import { msalEntries, SCHEMA_NAMES } from '../testing/msal-storage';
import type { AccountCache } from './account-cache';
import { MsalInstanceCache } from './msal-instance-cache';
import { WebStorageCache } from './web-storage-cache';

/** The ids are those of docs/msal-cases.md. */

const ADA = entraPerson('0a0a0a0a-0000-4000-8000-00000000000a');
const ALAN = entraPerson('0b0b0b0b-0000-4000-8000-00000000000b');
const CLIENT_IDS = [CLIENT_ID, OTHER_CLIENT_ID];

/** Every adapter, with the layout of its newest version. */
const ADAPTERS: readonly (readonly [
  name: string,
  schema: SchemaName,
  create: () => AccountCache,
])[] = [
  ...MAJORS.map(
    ([name, schema, create]) =>
      [name, schema, () => new MsalInstanceCache(create(msalConfiguration()))] as const,
  ),
  [
    'Web Storage',
    'schema 3 (5.8)',
    () => new WebStorageCache({ clientId: CLIENT_ID, cacheLocation: 'sessionStorage' }),
  ],
];

/** What MSAL and an application keep beside accounts and tokens. */
const NOT_AN_ACCOUNTS = {
  'app.theme': 'dark',
  'my-msal-notes': 'milk',
  [`prefs-${CLIENT_ID}`]: '{}',
  'msal.browser.performance.enabled': 'no',
  [`msal.${CLIENT_ID}.request.origin`]: 'o',
  [`msal.${OTHER_CLIENT_ID}.request.params`]: 'x',
  [`server-telemetry-${CLIENT_ID}`]: '{"failedRequests":[],"errors":[],"cacheHits":1}',
  [`server-telemetry-${OTHER_CLIENT_ID}`]: '{}',
  [`appmetadata-login.windows.net-${CLIENT_ID}`]: '{}',
  [`throttling.{"clientId":"${OTHER_CLIENT_ID}","scopes":["openid"]}`]: '{}',
};

async function setupCache(
  create: () => AccountCache,
  ...sources: readonly Record<string, string>[]
): Promise<AccountCache> {
  localStorage.clear();
  sessionStorage.clear();
  for (const source of sources) {
    for (const [key, value] of Object.entries(source)) sessionStorage.setItem(key, value);
  }
  const cache = create();
  await cache.initialize();
  return cache;
}

/** What is stored, without the version that MSAL writes of itself. */
function stored(): Record<string, string> {
  const { 'msal.version': _, ...rest } = { ...localStorage, ...sessionStorage } as Record<
    string,
    string
  >;
  return rest;
}

const only = (...accounts: readonly StoredPerson[]) => ({ accounts, everyone: false });
const everyone = (cache: AccountCache) => ({ accounts: cache.getAllAccounts(), everyone: true });

afterEach(() => jest.restoreAllMocks());

describe.each(ADAPTERS)('the account cache of %s', (_, schema, create) => {
  const entriesOf = (
    people: readonly StoredPerson[],
    more: Partial<StoredCache> = {},
  ): Record<string, string> => msalEntries(schema, { people, clientIds: CLIENT_IDS, ...more });

  it('C199 takes one account of both clients, key maps and active account included', async () => {
    const cache = await setupCache(
      create,
      entriesOf([ADA, ALAN], { active: ADA }),
      NOT_AN_ACCOUNTS,
    );
    await cache.clear(only(ADA), 'c-1');

    expect(stored()).toEqual({ ...entriesOf([ALAN]), ...NOT_AN_ACCOUNTS });
  });

  it.each(['C164', 'C203'])(
    '%s takes everybody out of both storages, and nothing that is not an account’s',
    async () => {
      const cache = await setupCache(
        create,
        entriesOf([ADA, ALAN], { active: ALAN }),
        NOT_AN_ACCOUNTS,
      );
      for (const [key, value] of Object.entries(entriesOf([ALAN])))
        localStorage.setItem(key, value);
      await cache.clear(everyone(cache), 'c-1');

      expect(stored()).toEqual(NOT_AN_ACCOUNTS);
    },
  );

  it('C178 takes exactly the account’s keys out of every list of a key map', async () => {
    const cache = await setupCache(create, entriesOf([ADA, ALAN]));
    await cache.clear(only(ADA), 'c-1');
    const maps = Object.entries(stored()).filter(([key]) => key.includes('.keys'));

    expect(maps).toHaveLength(3);
    for (const [key, map] of maps) expect([key, map]).toEqual([key, entriesOf([ALAN])[key]]);
    await cache.clear(only(ALAN), 'c-1');
    expect(stored()).toEqual({});
  });

  it.each([
    ['C206', { homeAccountId: `0d-B2C_1_SignIn.${TENANT}` }, {}],
    [
      'C217',
      {},
      { homeAccountId: ADA.homeAccountId.toUpperCase(), environment: 'LOGIN.Windows.net' },
    ],
  ])('%s finds %j by %j', async (_, members, wanted) => {
    const person = { ...ADA, ...members };
    const cache = await setupCache(create, entriesOf([person, ALAN], { active: person }));
    await cache.clear(only({ ...person, ...wanted }), 'c-1');

    expect(stored()).toEqual(entriesOf([ALAN]));
  });

  it('C205 takes alice, and neither alice2 nor malice', async () => {
    const [alice, ...others] = ['alice', 'alice2', 'malice'].map((subject) => ({
      ...ADA,
      homeAccountId: subject,
      localAccountId: subject,
    }));
    if (!alice) throw new Error();
    const cache = await setupCache(create, entriesOf([alice, ...others]));
    await cache.clear(only(alice), 'c-1');

    expect(stored()).toEqual(entriesOf(others));
  });

  it('C211 takes an account that has no id token', async () => {
    const entries = Object.entries(entriesOf([ADA])).filter(([key]) => !key.includes('idtoken'));
    const cache = await setupCache(create, Object.fromEntries(entries));
    await cache.clear(only(ADA), 'c-1');

    expect(stored()).toEqual({});
  });

  it('C212 takes tokens that have no account, and the key maps, with everybody', async () => {
    const entries = msalEntries(schema, { people: [ADA], clientIds: [CLIENT_ID] });
    const orphans = Object.entries(entries).filter(([, value]) => !value.includes('MSSTS'));
    const cache = await setupCache(create, Object.fromEntries(orphans));
    expect(cache.getAllAccounts()).toEqual([]);
    await cache.clear(everyone(cache), 'c-1');

    expect(stored()).toEqual({});
  });

  it('C214 takes the tokens of every tenant with the account', async () => {
    const guest = { ...ADA, guestTenants: ['8e8e8e8e-0000-4000-8000-0000000000bb'] };
    const cache = await setupCache(create, entriesOf([guest, ALAN]));
    await cache.clear(only(ADA), 'c-1');

    expect(stored()).toEqual(entriesOf([ALAN]));
  });

  it('C215 leaves the same person in another cloud signed in', async () => {
    const inGovernment = { ...ADA, environment: 'login.microsoftonline.us' };
    const cache = await setupCache(create, entriesOf([ADA, inGovernment]));
    await cache.clear(only(ADA), 'c-1');

    expect(stored()).toEqual(entriesOf([inGovernment]));
  });

  it('C202 changes nothing for an account that is not there', async () => {
    const cache = await setupCache(create, entriesOf([ADA], { active: ADA }), NOT_AN_ACCOUNTS);
    const before = stored();
    const nobody = { ...ADA, homeAccountId: 'nobody.x', tenantId: 'x', localAccountId: 'nobody' };
    await cache.clear(only(nobody), 'c-1');

    expect(stored()).toEqual(before);
  });

  it('C227 does work that grows with the accounts, not with their square', async () => {
    const few = await workOfClearing(20);
    const many = await workOfClearing(80);

    expect(many / few).toBeLessThan(6);

    /** Every touch of the storage, and every character that is written. */
    async function workOfClearing(count: number): Promise<number> {
      const people = Array.from({ length: count }, (_, index) => entraPerson(`person-${index}-`));
      const cache = await setupCache(create, entriesOf(people));
      const target = everyone(cache);
      expect(target.accounts).toHaveLength(count);
      const methods = ['getItem', 'setItem', 'removeItem', 'key'] as const;
      const spies = methods.map((method) => jest.spyOn(Storage.prototype, method));
      await cache.clear(target, 'c-1');
      const calls = spies.flatMap(({ mock }) => mock.calls as readonly string[][]);
      for (const spy of spies) spy.mockRestore();
      return calls.reduce((work, [, text = '']) => work + 1 + text.length, 0);
    }
  });
});

describe.each(MAJORS)('the account cache of %s', (_, schema, create) => {
  it('C196 has MSAL remove the keys of bound tokens, which it finds by the tokens', async () => {
    const bound = (text: string): string =>
      text.replace(/accesstoken/g, 'accesstoken_with_authscheme');
    const entries = msalEntries(schema, { people: [ADA], clientIds: [CLIENT_ID] });
    const instance = create(msalConfiguration());
    const cache = await setupCache(
      () => new MsalInstanceCache(instance),
      Object.fromEntries(Object.entries(entries).map((entry) => entry.map(bound))) as never,
    );
    const found: unknown[] = [];
    const clearCache = instance.clearCache.bind(instance);
    jest.spyOn(instance, 'clearCache').mockImplementation((request?: { account?: unknown }) => {
      const held = Object.keys(sessionStorage).filter((key) => key.includes('authscheme')).length;
      found.push([held, !!request?.account]);
      return clearCache(request as never);
    });
    await cache.clear(everyone(cache), 'c-1');

    expect(found).toContainEqual([1, true]);
    expect(found.every((call) => (call as unknown[])[1])).toBe(true);
    expect(stored()).toEqual({});
  });
});

it('C209 takes what all layouts have, side by side', async () => {
  const cache = await setupCache(
    () => new WebStorageCache({ clientId: CLIENT_ID, cacheLocation: 'sessionStorage' }),
    ...SCHEMA_NAMES.map((schema) => msalEntries(schema, { people: [ADA], clientIds: CLIENT_IDS })),
  );
  await cache.clear(everyone(cache), 'c-1');

  expect(stored()).toEqual({});
});

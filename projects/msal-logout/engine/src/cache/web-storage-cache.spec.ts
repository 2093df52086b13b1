import { CLIENT_ID, entraPerson, OTHER_CLIENT_ID } from '../testing/msal-majors';
import type { SchemaName, StoredPerson } from '../testing/msal-storage';
import { msalEntries } from '../testing/msal-storage';
import type { CacheFact } from './account-cache';
import { WebStorageCache } from './web-storage-cache';

const ADA = entraPerson('0a0a0a0a-0000-4000-8000-00000000000a', 'ada');
const NEWEST = 'schema 3 (5.8)';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => jest.restoreAllMocks());

function store(
  storage: Storage,
  schema: SchemaName,
  person: StoredPerson,
  clientIds = [CLIENT_ID],
): void {
  for (const entry of Object.entries(msalEntries(schema, { people: [person], clientIds })))
    storage.setItem(...entry);
}

async function open(cacheLocation: string): Promise<WebStorageCache> {
  const cache = new WebStorageCache({ clientId: CLIENT_ID, cacheLocation });
  await cache.initialize();
  return cache;
}

it.each([
  ['localStorage', true],
  ['sessionStorage', false],
  ['memoryStorage', false],
])('in %s tabs share it: %p', async (cacheLocation, isShared) => {
  expect((await open(cacheLocation)).isShared).toBe(isShared);
});

it.each([
  ['localStorage', true],
  ['sessionStorage', false],
] as const)('in %s an account can be encrypted: %p', async (cacheLocation, isEncrypted) => {
  const storage = window[cacheLocation];
  store(storage, NEWEST, ADA);
  for (const key of Object.keys(storage)) {
    if (key.startsWith('msal.3|')) storage.setItem(key, '{"id":"k","nonce":"n","data":"d"}');
  }

  expect((await open(cacheLocation)).hasUnreadable).toBe(isEncrypted);
});

it.each([
  ['localStorage', ['local']],
  ['sessionStorage', ['session']],
  ['memoryStorage', []],
  ['elsewhere', []],
])('in %s it is only what is there', async (cacheLocation, usernames) => {
  store(localStorage, NEWEST, { ...ADA, username: 'local' });
  store(sessionStorage, NEWEST, { ...ADA, username: 'session' });
  const cache = await open(cacheLocation);

  expect(cache.getAllAccounts().map(({ username }) => username)).toEqual(usernames);
});

it('is empty where the page may not use the storage', async () => {
  store(sessionStorage, NEWEST, ADA);
  jest.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
    throw new DOMException('', 'SecurityError');
  });

  expect((await open('sessionStorage')).getAllAccounts()).toEqual([]);
});

it.each([
  ['first', ['schema 3 (5.8)', 'schema 0 (3.x, 4.0)', 'schema 2 (4.26)']],
  ['last', ['schema 0 (3.x, 4.0)', 'schema 2 (4.26)', 'schema 3 (5.8)']],
] as const)('believes the newest layout of several, written %s', async (_, layouts) => {
  for (const schema of layouts) {
    // Claims have the name of the person, too.
    store(sessionStorage, schema, { ...ADA, username: `by ${schema}` });
  }
  const accounts = (await open('sessionStorage')).getAllAccounts();

  expect(accounts).toEqual([
    expect.objectContaining({
      username: `by ${NEWEST}`,
      idTokenClaims: expect.objectContaining({ name: `by ${NEWEST}` }) as object,
    }),
  ]);
});

it('reads an ID token anew only when it is another one', async () => {
  const ALAN = entraPerson('0b0b0b0b-0000-4000-8000-00000000000b', 'alan');
  const cache = await open('sessionStorage');
  const decode = jest.spyOn(TextDecoder.prototype, 'decode');
  const look = (person: StoredPerson): unknown => {
    sessionStorage.clear();
    store(sessionStorage, NEWEST, person);
    const [account] = cache.getAllAccounts();
    return account?.idTokenClaims;
  };

  const seen = [look(ADA), look(ADA), look(ALAN)];
  expect(seen).toMatchObject([ADA, ADA, ALAN].map(({ localAccountId: oid }) => ({ oid })));
  expect(decode).toHaveBeenCalledTimes(2);
});

it('has the claims of its own client, and none of another one', async () => {
  store(sessionStorage, NEWEST, ADA, [OTHER_CLIENT_ID]);
  const [account] = (await open('sessionStorage')).getAllAccounts();
  expect(account).toMatchObject({ homeAccountId: ADA.homeAccountId });
  expect(account).not.toHaveProperty('idTokenClaims');

  store(sessionStorage, NEWEST, ADA, [CLIENT_ID, OTHER_CLIENT_ID]);
  expect((await open('sessionStorage')).getAllAccounts()).toEqual([
    expect.objectContaining({
      idTokenClaims: expect.objectContaining({ aud: CLIENT_ID }) as object,
    }),
  ]);
});

it('passes over what its lists name and is not there', async () => {
  store(sessionStorage, NEWEST, ADA);
  for (const key of Object.keys(sessionStorage).filter((each) => !each.includes('.keys')))
    sessionStorage.removeItem(key);

  expect((await open('sessionStorage')).getAllAccounts()).toEqual([]);
});

it('tells of changes until it is not wanted any more', async () => {
  const cache = await open('localStorage');
  const facts: CacheFact[] = [];
  const stop = cache.onFact((fact) => facts.push(fact));
  const later = () => new Promise((resolve) => setTimeout(resolve, 50));
  window.dispatchEvent(new StorageEvent('storage'));
  await later();
  expect(facts).toEqual([{ type: 'changed' }]);

  stop();
  window.dispatchEvent(new StorageEvent('storage'));
  await later();
  expect(facts).toEqual([{ type: 'changed' }]);
});

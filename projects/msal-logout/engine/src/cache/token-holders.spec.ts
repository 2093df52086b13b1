import { entraPerson } from '../testing/msal-majors';
import type { SchemaName, StoredPerson } from '../testing/msal-storage';
import { msalEntries, SCHEMA_NAMES } from '../testing/msal-storage';
import { account } from '../testing/people';
import { MsalCacheChannel } from './msal-cache-channel';
import { planSweep, sweep } from './storage-sweep';
import { WebStorageCache } from './web-storage-cache';

const ADA: StoredPerson = entraPerson('0a0a0a0a-0000-4000-8000-00000000000a', 'ada');
const ALAN: StoredPerson = account('alan');

/** Ada at client `c1`, Alan at `c2`, and others as they are given. */
function fill(storage: Storage, ...sources: readonly Record<string, string>[]): Storage {
  storage.clear();
  for (const source of sources) {
    for (const [key, text] of Object.entries(source)) {
      const before = storage.getItem(key);
      storage.setItem(key, before === null ? text : merged(before, text));
    }
  }
  return storage;
}

/** Clients share the list of accounts. */
function merged(one: string, other: string): string {
  const [first, second] = [one, other].map((text) => JSON.parse(text) as unknown);
  if (!Array.isArray(first) || !Array.isArray(second)) return other;
  return JSON.stringify([...new Set<unknown>([...(first as unknown[]), ...(second as unknown[])])]);
}

/** As MSAL 4 and 5 keep it in localStorage, where nobody has the key any more. */
function encrypted(entries: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(entries).map(([key, text]) => [
      key,
      /\.keys|active-account/.test(key) ? text : '{"id":"i","nonce":"n","data":"d"}',
    ]),
  );
}

const left = (storage: Storage): Record<string, string> => ({ ...storage });

describe.each(SCHEMA_NAMES)('%s of two clients', (schema: SchemaName) => {
  const of = (clientId: string, person: StoredPerson, familyToken = false) =>
    msalEntries(schema, { people: [person], clientIds: [clientId], active: person, familyToken });

  it.each([
    ['readable', (it: Record<string, string>) => it],
    ['encrypted', encrypted],
  ])('keeps all of who is signed in at the other one alone, %s', (_, written) => {
    for (const familyToken of [false, true]) {
      const alan = written(of('c2', ALAN, familyToken));
      const storage = fill(localStorage, written(of('c1', ADA, familyToken)), alan);
      sweep(storage, planSweep(storage, { accounts: [ADA], everyone: true }, 'c1'));

      expect(left(storage)).toEqual(alan);
    }
  });

  it('keeps it where no list of accounts names it', () => {
    const { [`msal.account.keys`]: _, ...rest } = of('c2', ALAN);
    const alan = Object.fromEntries(
      Object.entries(rest).filter(([key]) => !key.endsWith('account.keys')),
    );
    const storage = fill(localStorage, of('c1', ADA), alan);
    sweep(storage, planSweep(storage, { accounts: [ADA], everyone: true }, 'c1'));

    expect(left(storage)).toEqual(alan);
  });

  it('takes all of whom both have tokens of, although nobody can read whose the account is', () => {
    const both = encrypted(
      msalEntries(schema, { people: [ADA], clientIds: ['c1', 'c2'], familyToken: true }),
    );
    const storage = fill(localStorage, both);
    sweep(storage, planSweep(storage, { accounts: [], everyone: true }, 'c1'));

    expect(left(storage)).toEqual({});
  });

  it.each([
    ['at another provider', 'https://login.microsoftonline.com/common', ['ada']],
    ['at the same provider, signed in for every client,', 'https://id.example/', ['ada', 'alan']],
    ['where nobody says which provider is meant', undefined, ['ada', 'alan']],
  ])(
    'lists who is signed in at the other one alone %s as its own, or not',
    (_, authority, names) => {
      fill(sessionStorage, of('c1', ADA), of('c2', ALAN));
      const cache = new WebStorageCache(
        { clientId: 'c1', cacheLocation: 'sessionStorage', authority },
        new MsalCacheChannel(),
      );
      const listed = cache.getAllAccounts().map(({ username }) => username.split('@')[0]);

      expect(listed.sort()).toEqual(names);
    },
  );

  it('lists whom both have tokens of, and who has none', () => {
    const eve = account('eve');
    const withoutTokens = msalEntries(schema, { people: [eve], clientIds: [] });
    fill(sessionStorage, of('c1', ALAN), of('c2', ALAN), withoutTokens);
    const cache = new WebStorageCache({
      clientId: 'c1',
      cacheLocation: 'sessionStorage',
      authority: 'https://login.microsoftonline.com/common',
    });

    expect(cache.getAllAccounts().map((it) => it.homeAccountId)).toEqual(['alan', 'eve']);
  });
});

it.each([
  ['login.windows.net', 'https://login.microsoftonline.com/common', true],
  ['login.windows.net', 'https://id.example/', false],
  ['ID.example', 'https://id.example/', true],
])('takes %s for the provider of %s: %p', (environment, authority, isListed) => {
  const person = { ...ADA, environment };
  fill(sessionStorage, msalEntries('schema 3 (5.8)', { people: [person], clientIds: ['c2'] }));
  const cache = new WebStorageCache({ clientId: 'c1', cacheLocation: 'sessionStorage', authority });

  expect(cache.getAllAccounts()).toHaveLength(isListed ? 1 : 0);
});

import { entraPerson } from '../testing/msal-majors';
import type { SchemaName } from '../testing/msal-storage';
import { msalEntries, SCHEMA_NAMES } from '../testing/msal-storage';
import { isSwept, planSweep, sweep } from './storage-sweep';

const ADA = entraPerson('0a0a0a0a-0000-4000-8000-00000000000a', 'ada');
const ALAN = entraPerson('0b0b0b0b-0000-4000-8000-00000000000b', 'alan');
const EVERYONE_KNOWN = { accounts: [ADA], everyone: true };

function fill(schema: SchemaName): Storage {
  localStorage.clear();
  const entries = msalEntries(schema, { people: [ADA, ALAN], clientIds: ['c1', 'c2'] });
  for (const entry of Object.entries(entries)) localStorage.setItem(...entry);
  return localStorage;
}

it.each(SCHEMA_NAMES)('%s keeps an account that is not known, but not its tokens', (schema) => {
  const storage = fill(schema);
  sweep(storage, planSweep(storage, EVERYONE_KNOWN, 'c1'));
  const left = Object.entries<string>({ ...storage });

  expect(left.filter(([, value]) => value.includes('MSSTS'))).toHaveLength(1);
  expect(left.filter(([key]) => /token[-|]c1/.test(key))).toEqual([]);
  expect(left.filter(([key]) => /token[-|]c2/.test(key))).toHaveLength(3);
  expect(left.join()).not.toContain(ADA.localAccountId);
});

it.each(SCHEMA_NAMES)('%s is not swept while a list names one', (schema) => {
  const storage = fill(schema);
  const plan = planSweep(storage, EVERYONE_KNOWN, 'c1');
  for (const key of plan.entries.keys()) storage.removeItem(key);
  const rest = planSweep(storage, EVERYONE_KNOWN, 'c1');

  expect(rest.entries.size).toBe(0);
  expect(isSwept(rest)).toBe(false);
  sweep(storage, rest);
  expect(isSwept(planSweep(storage, EVERYONE_KNOWN, 'c1'))).toBe(true);
});

it.each([
  ['c1', null],
  ['c2', '{}'],
])('goes by the list of %s where a key tells nothing', (clientId, left) => {
  const storage = fill('schema 3 (5.8)');
  const map = `msal.3.token.keys.${clientId}`;
  const lists = JSON.parse(storage.getItem(map) ?? '') as Record<string, string[]>;
  storage.setItem(map, JSON.stringify({ ...lists, accessToken: ['msal.3|unheard-of'] }));
  storage.setItem('msal.3|unheard-of', '{}');
  sweep(storage, planSweep(storage, EVERYONE_KNOWN, 'c1'));

  expect(storage.getItem('msal.3|unheard-of')).toBe(left);
});

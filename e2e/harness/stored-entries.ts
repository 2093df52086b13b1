import type { Person } from '../pages/identity-server';

/** The entries of both Web Storages, by key. */
export interface StoredEntries {
  readonly localStorage: Readonly<Record<string, string>>;
  readonly sessionStorage: Readonly<Record<string, string>>;
}

/** Entries that an application has beside MSAL's, with names that could be mistaken for MSAL's. */
export const APP_ENTRIES: Readonly<Record<string, string>> = {
  'app.theme': 'dark',
  'my-msal-notes': 'buy milk',
  'prefs-sample-app': '{"density":"compact"}',
};

/** The keys and values that are about `person`: those that name the person. */
export function entriesOf(person: Person, stored: StoredEntries): Readonly<Record<string, string>> {
  const named = new RegExp(`\\b${person}\\b`, 'i');
  return Object.fromEntries(allOf(stored).filter((entry) => named.test(entry.join('\n'))));
}

/** The entries whose key names `person`, and thereby nobody else. */
export function keyedBy(person: Person, stored: StoredEntries): Readonly<Record<string, string>> {
  const named = new RegExp(`\\b${person}\\b`, 'i');
  return Object.fromEntries(allOf(stored).filter(([key]) => named.test(key)));
}

/** What is still there of the secrets that `before` had for `person`, under whatever key: tokens and encrypted entries. */
export function secretsLeft(
  person: Person,
  before: StoredEntries,
  after: StoredEntries,
): readonly string[] {
  const text = JSON.stringify(after);
  return Object.entries(keyedBy(person, before)).flatMap(([key, value]) => {
    const { secret, data } = JSON.parse(value) as { secret?: string; data?: string };
    return [secret, data].some((each) => each !== undefined && text.includes(each)) ? [key] : [];
  });
}

function allOf({ localStorage, sessionStorage }: StoredEntries): [string, string][] {
  return [...Object.entries(localStorage), ...Object.entries(sessionStorage)];
}

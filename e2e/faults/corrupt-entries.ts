import type { Page } from '@playwright/test';
import type { Major, MsalPage } from '../harness/msal-page';
import type { Person } from '../pages/identity-server';

/** The entries of localStorage, by key. */
export type Entries = Readonly<Record<string, string>>;

/** Makes something else of the text of an entry. */
export type Spoil = (text: string) => string;

export const cut: Spoil = (text) => text.slice(0, text.length / 2);
export const toNull: Spoil = () => 'null';
const NO_JSON: Spoil = () => 'corrupt';
const A_NUMBER: Spoil = () => '7';

/** As if another salt had been used for an encrypted entry. */
export const withAnotherNonce: Spoil = (text) =>
  text.replace(/"nonce":"[^"]*"/, '"nonce":"AAAAAAAAAAAAAAAAAAAAAA"');

/** As if it had been encrypted in another session. */
const OF_ANOTHER_SESSION: Spoil = (text) => text.replace(/"id":"[^"]*"/, '"id":"another"');

/** What may become of an entry; MSAL 3 encrypts none. */
export function spoilsOf(major: Major): readonly Spoil[] {
  const plain = [cut, NO_JSON, toNull, A_NUMBER];
  return major === 3 ? plain : [...plain, withAnotherNonce, OF_ANOTHER_SESSION];
}

/** What may become of one of MSAL's lists of keys. */
export const SPOILS_OF_LISTS: readonly Spoil[] = [cut, NO_JSON, toNull, A_NUMBER, () => '[7]'];

/** The keys of MSAL's entries, by what they are. */
export const KEYS = {
  'account entry': (person: Person) => new RegExp(`\\b${person}[-|]localhost:\\d+[-|]$`),
  tokens: (person: Person) => new RegExp(`\\b${person}[-|]localhost:\\d+[-|]\\w+token[-|]`),
  'list of accounts': () => /\baccount\.keys$/,
  'list of tokens': () => /\btoken\.keys\./,
} as const;

/** The entries whose keys match, each as `spoil` makes it. */
export function spoilt(entries: Entries, keys: RegExp, spoil: Spoil): Entries {
  const found = Object.entries(entries).filter(([key]) => keys.test(key));
  if (found.length === 0) throw new Error(`No key is like ${keys.source}`);
  return Object.fromEntries(found.map(([key, text]) => [key, spoil(text)]));
}

/**
 * What is left of `entries` when these people are gone, and nothing else has changed, but for what the library notes and
 * what MSAL counts about itself. MSAL has lists in any order.
 */
export function without(entries: Entries, ...people: readonly Person[]): Entries {
  const stays = (key: string) =>
    !/^(end-session\.|server-telemetry-)/.test(key) &&
    !people.some((person) => new RegExp(`\\b${person}\\b`).test(key));
  return Object.fromEntries(
    Object.entries(entries)
      .filter(([key]) => stays(key))
      .map(([key, text]) => [key, isList(key) ? listOf(text, stays) : text] as const)
      // A list of nothing is none.
      .filter(([, text]) => text !== ''),
  );
}

/** What MSAL and the application have in localStorage. */
export async function cacheOf(tab: MsalPage): Promise<Entries> {
  const { localStorage } = await tab.storage();
  return without(localStorage);
}

/** Changes entries under a page that runs, and tells nobody. */
export async function write(page: Page, entries: Entries): Promise<void> {
  await page.evaluate((entries) => void Object.assign(localStorage, entries), entries);
}

/** Has localStorage hold `entries` and nothing else, in a page where no application is. */
export async function fillWith(page: Page, entries: Entries): Promise<void> {
  await page.goto('/plain');
  await page.evaluate((entries) => {
    localStorage.clear();
    sessionStorage.clear();
    Object.assign(localStorage, entries);
  }, entries);
}

function isList(key: string): boolean {
  return KEYS['list of accounts']().test(key) || KEYS['list of tokens']().test(key);
}

function listOf(text: string, stays: (key: string) => boolean): string {
  const ordered = JSON.stringify(JSON.parse(text), (_, value: unknown) =>
    Array.isArray(value) ? value.map(String).filter(stays).sort() : value,
  );
  return /"[^"]*localhost/.test(ordered) ? ordered : '';
}

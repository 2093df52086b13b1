import { attempt } from '../attempt';

const ACCOUNT_MAP = /^msal\.(?:\d+\.)?account\.keys$/;
const TOKEN_MAP = /^msal\.(?:\d+\.)?token\.keys\.(.+)$/s;
const SCHEMA = /^msal\.(\d+)\./;

/** The lists in a key map, by what they list: `account`, or `idToken`, `accessToken` and `refreshToken`. */
type Lists = Readonly<Record<string, readonly string[]>>;

/** One of MSAL's lists of the keys that it has written: everybody's accounts, or the tokens of one client. */
export interface KeyMap {
  readonly key: string;
  /** Whose tokens it lists; empty for the accounts. */
  readonly clientId: string;
  readonly lists: Lists;
}

/** Whether one of MSAL's lists is kept under `key`. */
export function isKeyMap(key: string): boolean {
  return ACCOUNT_MAP.test(key) || TOKEN_MAP.test(key);
}

/** The schema that MSAL has written a key map in: the newer, the higher; the first had no number. */
export function schemaOf(key: string): number {
  return Number(SCHEMA.exec(key)?.[1] ?? 0);
}

/** The key map under `key`; `null` when there is none that can be read. */
export function readKeyMap(storage: Storage, key: string): KeyMap | null {
  if (ACCOUNT_MAP.test(key)) {
    const lists = { account: parse(storage, key) } as Lists;
    return isLists(lists) ? { key, clientId: '', lists } : null;
  }
  const clientId = TOKEN_MAP.exec(key)?.[1];
  if (clientId === undefined) return null;
  const lists = parse(storage, key);
  return isLists(lists) ? { key, clientId, lists } : null;
}

/** Whether a key is that of a map of accounts, or of the client's tokens, that nobody can read. */
export function isBrokenKeyMap(storage: Storage, key: string, clientId: string): boolean {
  const isMap = ACCOUNT_MAP.test(key) || TOKEN_MAP.exec(key)?.[1] === clientId;
  return isMap && readKeyMap(storage, key) === null;
}

/** Every key that the map lists. */
export function listedKeys({ lists }: KeyMap): readonly string[] {
  return Object.values(lists).flat();
}

/** What is to be stored when only the keys that are `kept` stay listed; `null` when none is left. */
export function keyMapText(
  { clientId, lists }: KeyMap,
  kept: (key: string) => boolean,
): string | null {
  const rest = Object.entries(lists).map(([name, keys]) => [name, keys.filter(kept)] as const);
  if (rest.every(([, keys]) => keys.length === 0)) return null;
  return JSON.stringify(clientId === '' ? rest[0]?.[1] : Object.fromEntries(rest));
}

function parse(storage: Storage, key: string): unknown {
  return attempt<unknown>(() => JSON.parse(storage.getItem(key) ?? ''), null);
}

function isLists(value: unknown): value is Lists {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every(
      (list) => Array.isArray(list) && list.every((key) => typeof key === 'string'),
    )
  );
}

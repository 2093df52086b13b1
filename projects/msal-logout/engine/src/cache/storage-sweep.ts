import { attempt } from '../attempt';
import { parseJsonObject } from '../json-object';
import type { ClearTarget } from './account-cache';
import { AccountKeys, isAccountEntry, isTokenOf, ownerIn } from './account-keys';
import type { KeyMap } from './key-map';
import { isBrokenKeyMap, keyMapText, listedKeys, readKeyMap } from './key-map';
import { TokenHolders } from './token-holders';

const ACTIVE_ACCOUNT = /^(msal\..+\.active-account)(?:-filters)?$/s;
/** In every key that the above matches: tokens are many, and this rules them out faster. */
const ACTIVE = '.active-account';

/** What has to change in a Web Storage for some accounts to be gone from it. */
export interface Sweep {
  /** Their accounts and credentials, each with the client it is filed under; empty where clients share it. */
  readonly entries: ReadonlyMap<string, string>;
  /** Key maps and active accounts that name them, with the text that is left of each; `null` for nothing. */
  readonly mentions: ReadonlyMap<string, string | null>;
}

/**
 * Finds what a target has in `storage`, in one look at every key. Changes nothing.
 *
 * With everybody, tokens of the client go even when nobody knows whose they are, and so do accounts that cannot be
 * read, unless only other clients have tokens of them. Key maps that cannot be read go in any case: nobody can tell whom they name, and MSAL breaks down on them.
 * @param clientId the client that signs out
 */
export function planSweep(
  storage: Storage,
  { accounts, everyone }: ClearTarget,
  clientId: string,
): Sweep {
  const everyoneOf = everyone ? clientId : undefined;
  const keys = Object.keys(storage);
  const theirs = new AccountKeys(accounts);
  const maps = keys.flatMap((key) => readKeyMap(storage, key) ?? []);
  const clientOf = new Map<string, string>();
  for (const map of maps) for (const key of listedKeys(map)) clientOf.set(key, map.clientId);

  const all = [...new Set([...keys, ...clientOf.keys()])];
  const owned = new Set(
    all.filter((key) => theirs.owns(key, () => storage.getItem(key), clientOf)),
  );
  if (everyone) {
    for (const key of orphansAmong(all, { storage, maps, clientOf, clientId })) owned.add(key);
  }
  const entries = new Map<string, string>();
  for (const key of keys) {
    if (!owned.has(key)) continue;
    entries.set(key, theirs.isFamilyToken(key) ? '' : (clientOf.get(key) ?? ''));
  }
  const mentions = new Map<string, string | null>();
  for (const map of maps) {
    if (!listedKeys(map).some((key) => owned.has(key))) continue;
    mentions.set(
      map.key,
      keyMapText(map, (key) => !owned.has(key)),
    );
  }
  for (const key of keys.filter((each) => each.includes(ACTIVE))) {
    const base = ACTIVE_ACCOUNT.exec(key)?.[1];
    if (base === undefined) continue;
    if (base === activeAccountOf(everyoneOf) || isActive(storage, base, theirs)) {
      mentions.set(key, null);
    }
  }
  for (const key of keys) if (isBrokenKeyMap(storage, key, clientId)) mentions.set(key, null);
  return { entries, mentions };
}

/** Whether nothing is left to do. */
export function isSwept({ entries, mentions }: Sweep): boolean {
  return entries.size === 0 && mentions.size === 0;
}

/**
 * Carries a plan out: entries first, so that a crash in between leaves no secret behind. What the storage
 * refuses is passed over; a new plan tells what is left.
 */
export function sweep(storage: Storage, { entries, mentions }: Sweep): void {
  for (const key of entries.keys()) attempt(() => storage.removeItem(key), undefined);
  for (const [key, text] of mentions) {
    attempt(() => {
      if (text === null) storage.removeItem(key);
      else storage.setItem(key, text);
    }, undefined);
  }
}

/** What there is to know of keys and lists. */
interface Listing {
  readonly storage: Storage;
  readonly maps: readonly KeyMap[];
  readonly clientOf: ReadonlyMap<string, string>;
  /** The client that signs everybody out. */
  readonly clientId: string;
}

/**
 * Whose entries nobody can tell: tokens of the client, accounts that cannot be read, and both in no key map, which may
 * have been broken. An account that only other clients have tokens of is theirs; one that this client has some of, too,
 * goes with the tokens of all.
 */
function orphansAmong(
  keys: readonly string[],
  { storage, maps, clientOf, clientId }: Listing,
): readonly string[] {
  const holders = new TokenHolders(maps, clientId);
  const accounts = keys.filter((key) => {
    const listedFor = clientOf.get(key);
    if (listedFor) return false;
    const value = storage.getItem(key);
    const isLost = listedFor === '' ? ownerIn(value) === null : isAccountEntry(key, value);
    return isLost && !holders.isForeign(key);
  });
  const there = accounts.filter((key) => storage.getItem(key) !== null);
  const lost = new Set(there.map((key) => holders.ownAccount(key)));
  const tokens = keys.filter((key) => {
    const listedFor = clientOf.get(key);
    if (listedFor === '') return false;
    if (listedFor === undefined) return isTokenOf(clientId, key);
    if (listedFor === clientId) return true;
    const account = holders.ownAccount(key);
    return account !== undefined && lost.has(account);
  });
  return [...accounts, ...tokens];
}

function activeAccountOf(clientId: string | undefined): string {
  return `msal.${clientId}.active-account`;
}

/** Whether the client that keeps its active account at `key` has one of theirs there. */
function isActive(storage: Storage, key: string, theirs: AccountKeys): boolean {
  const filters = storage.getItem(`${key}-filters`);
  if (filters === null) return theirs.hasLocalAccountId(storage.getItem(key) ?? '');
  const { homeAccountId } = parseJsonObject(filters);
  return typeof homeAccountId === 'string' && theirs.hasHomeAccountId(homeAccountId);
}

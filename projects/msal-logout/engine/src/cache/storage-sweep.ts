import { attempt } from '../attempt';
import { parseJsonObject } from '../json-object';
import type { ClearTarget } from './account-cache';
import { AccountKeys, isAccountEntry, isTokenOf, ownerIn } from './account-keys';
import { isBrokenKeyMap, keyMapText, listedKeys, readKeyMap } from './key-map';

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
 * read. Key maps that cannot be read go in any case: nobody can tell whom they name, and MSAL breaks down on them.
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

  const owned = new Set(
    [...new Set([...keys, ...clientOf.keys()])].filter(
      (key) =>
        theirs.owns(key, () => storage.getItem(key), clientOf) ||
        (everyoneOf !== undefined && isOrphan(storage, key, clientOf.get(key), everyoneOf)),
    ),
  );
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

/**
 * Whether nobody can tell whose an entry is: a token of the client, or an account that cannot be read; and both in
 * no key map, which may have been broken.
 */
function isOrphan(
  storage: Storage,
  key: string,
  listedFor: string | undefined,
  clientId: string,
): boolean {
  if (listedFor === '') return ownerIn(storage.getItem(key)) === null;
  if (listedFor !== undefined) return listedFor === clientId;
  return isTokenOf(clientId, key) || isAccountEntry(key, storage.getItem(key));
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

import { attempt } from '../attempt';
import { parseJsonObject } from '../json-object';
import type { OwnCopy, TabMemory } from './tab-channel';

/** In sessionStorage, which is the tab's. */
const KEY = 'end-session.tab';

/** What earlier pages of this tab have remembered; nothing where there was none, or its memory cannot be read. */
export function recallTab(): TabMemory {
  const { copies, isSigningIn } = parseJsonObject(attempt(() => sessionStorage.getItem(KEY), null));
  const isWhole = Array.isArray(copies) && copies.every(isOwnCopy);
  return { copies: isWhole ? copies : [], isSigningIn: isWhole && isSigningIn === true };
}

/** Remembers something for the next page of this tab; nothing where the storage cannot be used. */
export function rememberTab(memory: TabMemory): void {
  attempt(() => sessionStorage.setItem(KEY, JSON.stringify(memory)), undefined);
}

function isOwnCopy(value: unknown): value is OwnCopy {
  if (typeof value !== 'object' || value === null) return false;
  const { account, since, token } = value as Partial<Record<keyof OwnCopy, unknown>>;
  return typeof account === 'string' && typeof token === 'string' && Number.isSafeInteger(since);
}

import { inTime } from '../web/in-time';
import { KeyTabLock } from './key-tab-lock';
import { holderOf, lockOf } from './lock-name';
import type { TabLock } from './tab-lock';

/** Held while one tab decides whether it may take a lock. */
const DECIDING = 'end-session.deciding';
/** How long, in milliseconds, the browser may take to answer. */
const DEADLINE = 1_000;

/** Web Locks; where there are none, as on a page without https, or they cannot be used, keys in localStorage. */
export class WebTabLock implements TabLock {
  readonly #keys = new KeyTabLock();
  /** The holders of this page: the browser takes a while to release a lock. */
  readonly #own = new Set<string>();
  #hasWebLocks = typeof navigator !== 'undefined' && 'locks' in navigator;

  async take(name: string, conflicts?: (held: string) => boolean): Promise<(() => void) | null> {
    if (!this.#hasWebLocks) return this.#keys.take(name, conflicts);
    const taken = conflicts ? this.#takeUnless(conflicts, name) : this.#hold(name);
    try {
      return await inTime(DEADLINE, taken);
    } catch {
      this.#hasWebLocks = false;
      taken.then((late) => late?.()).catch(() => undefined);
      return this.#keys.take(name, conflicts);
    }
  }

  async held(): Promise<readonly string[]> {
    const holders = this.#hasWebLocks
      ? await inTime(DEADLINE, webLockHolders()).catch(() => [])
      : [];
    return [...holders.flatMap((holder) => lockOf(holder) ?? []), ...(await this.#keys.held())];
  }

  async #takeUnless(
    conflicts: (held: string) => boolean,
    name: string,
  ): Promise<(() => void) | null> {
    return await navigator.locks.request(DECIDING, async () => {
      const holders = await webLockHolders();
      const others = holders.filter((holder) => !this.#own.has(holder));
      const isRuledOut = others.some((holder) => conflicts(lockOf(holder) ?? ''));
      return isRuledOut ? null : await this.#hold(name);
    });
  }

  /** Takes a lock that nobody else asks for, and holds it until the result is called. */
  #hold(name: string): Promise<() => void> {
    const holder = holderOf(name);
    this.#own.add(holder);
    return new Promise((resolve, reject) => {
      navigator.locks.request(holder, () => new Promise<void>(resolve)).catch(reject);
    });
  }
}

async function webLockHolders(): Promise<readonly string[]> {
  const { held = [] } = await navigator.locks.query();
  return held.flatMap(({ name }) => (name !== undefined && lockOf(name) !== null ? [name] : []));
}

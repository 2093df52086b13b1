import { attempt } from '../attempt';
import { holderOf, lockOf } from './lock-name';
import { SETTLING } from './settling';
import type { TabLock } from './tab-lock';

/** For how long, in milliseconds, a key stands for a tab that may be gone. */
const LIFETIME = 10_000;
/** How often, in milliseconds, a tab renews its key; timers of tabs in the background are late. */
const RENEWAL = LIFETIME / 4;

/** Locks that are keys in localStorage, which count for a limited time. Of two tabs that write at the same moment, one gives way. */
export class KeyTabLock implements TabLock {
  async take(name: string, conflicts?: (held: string) => boolean): Promise<(() => void) | null> {
    const own = holderOf(name);
    const rivals = (): readonly string[] =>
      liveHolders().filter((holder) => holder !== own && conflicts?.(lockOf(holder) ?? ''));
    if (rivals().length > 0) return null;
    const write = (): void => localStorage.setItem(own, String(Date.now() + LIFETIME));
    const remove = (): void => attempt(() => localStorage.removeItem(own), undefined);
    write();
    if (conflicts) await new Promise((resolve) => setTimeout(resolve, SETTLING));
    if (rivals().some((rival) => rival < own)) {
      remove();
      return null;
    }
    const renewal = setInterval(() => attempt(write, undefined), RENEWAL);
    const release = (): void => {
      clearInterval(renewal);
      window.removeEventListener('pagehide', release);
      remove();
    };
    window.addEventListener('pagehide', release);
    return release;
  }

  held(): Promise<readonly string[]> {
    return Promise.resolve(liveHolders().flatMap((holder) => lockOf(holder) ?? []));
  }
}

function liveHolders(): readonly string[] {
  const keys = attempt(() => Object.keys(localStorage), []);
  return keys.filter((key) => lockOf(key) !== null && isLive(key));
}

function isLive(holder: string): boolean {
  const left = Number(attempt(() => localStorage.getItem(holder), null)) - Date.now();
  // Farther ahead than a lock can last, the clock has been put back.
  return left > 0 && left <= LIFETIME;
}

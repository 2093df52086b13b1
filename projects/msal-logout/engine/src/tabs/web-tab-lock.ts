import { newGuid } from '../request/guid';
import type { TabLock } from './tab-lock';

/** For how long, in milliseconds, a key stands for a tab that may be gone. */
const LIFETIME = 10_000;
/** What it takes, in milliseconds, until every tab sees what another one has written. */
const SETTLING = 250;

/** Web Locks; where there are none, as on a page without https, a key in localStorage for a limited time. */
export class WebTabLock implements TabLock {
  take(name: string): Promise<(() => void) | null> {
    return 'locks' in navigator ? takeLock(name) : takeKey(name);
  }
}

function takeLock(name: string): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (lock) return new Promise<void>(resolve);
        resolve(null);
        return undefined;
      })
      .catch(reject);
  });
}

/** Of two tabs that write at the same moment, the later one has the lock. */
async function takeKey(name: string): Promise<(() => void) | null> {
  const until = Number(localStorage.getItem(name)?.split(' ')[0] ?? 0);
  if (isAhead(until)) return null;
  const mine = `${Date.now() + LIFETIME} ${newGuid()}`;
  localStorage.setItem(name, mine);
  await new Promise((resolve) => setTimeout(resolve, SETTLING));
  if (localStorage.getItem(name) !== mine) return null;
  const release = (): void => {
    window.removeEventListener('pagehide', release);
    if (localStorage.getItem(name) === mine) localStorage.removeItem(name);
  };
  window.addEventListener('pagehide', release);
  return release;
}

/** Farther ahead than a lock can last, the clock has been put back. */
function isAhead(until: number): boolean {
  const left = until - Date.now();
  return left > 0 && left <= LIFETIME;
}

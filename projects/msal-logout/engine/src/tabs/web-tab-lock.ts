import { attempt } from '../attempt';
import { newGuid } from '../request/guid';
import type { TabLock } from './tab-lock';

/** For how long, in milliseconds, a key stands for a tab that may be gone. */
const LIFETIME = 10_000;
/** How often, in milliseconds, a tab says that it is still there; timers of tabs in the back are late. */
const RENEWAL = LIFETIME / 4;
/** What it takes, in milliseconds, until every tab sees what another one has written. */
const SETTLING = 250;

/** Web Locks; where there are none, as on a page without https, a key in localStorage for a limited time. */
export class WebTabLock implements TabLock {
  take(name: string): Promise<(() => void) | null> {
    return 'locks' in navigator ? takeLock(name) : takeKey(name);
  }

  async isTaken(name: string): Promise<boolean> {
    if (!('locks' in navigator)) return isKeyTaken(name);
    const { held = [] } = await navigator.locks.query();
    return held.some((lock) => lock.name === name);
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
  if (isKeyTaken(name)) return null;
  const owner = newGuid();
  const isMine = (): boolean => localStorage.getItem(name)?.split(' ')[1] === owner;
  const write = (): void => localStorage.setItem(name, `${Date.now() + LIFETIME} ${owner}`);
  write();
  await new Promise((resolve) => setTimeout(resolve, SETTLING));
  if (!isMine()) return null;
  const renewal = setInterval(() => attempt(() => isMine() && write(), undefined), RENEWAL);
  const release = (): void => {
    clearInterval(renewal);
    window.removeEventListener('pagehide', release);
    if (isMine()) localStorage.removeItem(name);
  };
  window.addEventListener('pagehide', release);
  return release;
}

function isKeyTaken(name: string): boolean {
  const until = Number(localStorage.getItem(name)?.split(' ')[0] ?? 0);
  const left = until - Date.now();
  // Farther ahead than a lock can last, the clock has been put back.
  return left > 0 && left <= LIFETIME;
}

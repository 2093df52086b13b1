import { within } from '../web/within';
import type { TabLock } from './tab-lock';

/** How long, in milliseconds, a lock may take: one by keys in localStorage, after Web Locks have not answered, needs 1,250. */
const DEADLINE = 2_000;

/** Asks a {@link TabLock}, which may fail or never answer: a sign-out goes on without a lock, but never waits for one. */
export class PatientTabLock {
  readonly #lock: TabLock;

  constructor(lock: TabLock) {
    this.#lock = lock;
  }

  /** As {@link TabLock.take}; where it fails there is nothing to release, and nobody else to wait for. */
  take(name: string, conflicts?: (held: string) => boolean): Promise<(() => void) | null> {
    const taken = this.#lock.take(name, conflicts);
    return within<(() => void) | null>(DEADLINE, taken, nothing, (late) => late?.());
  }

  /** As {@link TabLock.held}; nothing where it fails. */
  held(): Promise<readonly string[]> {
    return within(DEADLINE, this.#lock.held(), []);
  }
}

function nothing(): void {
  // There is no lock to release.
}

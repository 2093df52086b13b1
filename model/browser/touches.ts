/** Notes which shared objects the action that runs now looks at and changes. */
import type { Footprint } from '../walk/program';

/** The footprint of the current action, while it comes about. */
export class Touches {
  #reads = new Set<string>();
  #writes = new Set<string>();

  read(object: string): void {
    this.#reads.add(object);
  }

  write(object: string): void {
    this.#writes.add(object);
  }

  /** What was noted since the last call. */
  take(): Footprint {
    const footprint = { reads: [...this.#reads], writes: [...this.#writes] };
    this.#reads = new Set();
    this.#writes = new Set();
    return footprint;
  }
}

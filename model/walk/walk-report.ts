/** What a walk has come to, and the violations that it has found. */
import type { Run } from './run';

/** An invariant that does not hold after a schedule. */
export interface Violation {
  readonly message: string;
  /** What has happened, in order; the first time that it was seen with so few actions. */
  readonly schedule: readonly string[];
  /** The same as ids, for `replay`. */
  readonly ids: readonly string[];
}

/** How far a walk came. */
export interface WalkReport {
  /** Schedules that were taken to their end. */
  readonly interleavings: number;
  /** Schedules that were given up, because another one stands for them. */
  readonly redundant: number;
  /** Whether none is left. */
  readonly isExhausted: boolean;
  readonly violations: readonly Violation[];
}

/** Until when to walk, as `performance.now` counts. */
export interface WalkOptions {
  readonly deadline: number;
  readonly now: () => number;
}

/** Collects what a walk sees. */
export class Findings {
  readonly #violations = new Map<string, Violation>();
  #interleavings = 0;
  #redundant = 0;

  /** Has the invariants looked at after a step. Gives whether all hold. */
  look(run: Run): boolean {
    const messages = run.violations;
    for (const message of messages) {
      const known = this.#violations.get(message);
      if (known && known.ids.length <= run.schedule.length) continue;
      this.#violations.set(message, {
        message,
        schedule: run.schedule.map(({ label }) => label),
        ids: run.schedule.map(({ id }) => id),
      });
    }
    return messages.length === 0;
  }

  countInterleaving(): void {
    this.#interleavings++;
  }

  countRedundant(): void {
    this.#redundant++;
  }

  report(isExhausted: boolean): WalkReport {
    return {
      interleavings: this.#interleavings,
      redundant: this.#redundant,
      isExhausted,
      violations: [...this.#violations.values()],
    };
  }
}

/** Which actions of a schedule had to come before which: by what they have touched, and by which has made which possible. */
import type { Executed } from './program';
import { areDependent } from './program';

interface Event {
  readonly executed: Executed;
  /** After how many actions it became possible. */
  readonly bornAfter: number;
  /** Whether it comes after everything before it, and before everything after it. */
  readonly isAtRest: boolean;
}

/** The happens-before relation of the current schedule. */
export class EventOrder {
  readonly #events: Event[] = [];
  /** For each event, those before it since the last rest. */
  readonly #before: ReadonlySet<number>[] = [];

  /**
   * Appends an event.
   * @returns the events that it may trade places with: dependent, with none between that has to stay between
   */
  add(index: number, event: Event): readonly number[] {
    this.drop(index);
    this.#events.push(event);
    const before = new Set<number>();
    const races: number[] = [];
    this.#before.push(before);
    if (event.isAtRest) return races;
    for (let earlier = index - 1; earlier >= 0; earlier--) {
      const other = this.#events[earlier];
      if (!other || other.isAtRest) break;
      if (before.has(earlier)) continue;
      const hasMadePossible = earlier === event.bornAfter - 1;
      if (!hasMadePossible && !areDependent(other.executed, event.executed)) continue;
      if (!hasMadePossible) races.push(earlier);
      before.add(earlier);
      for (const earliest of this.#before[earlier] ?? []) before.add(earliest);
    }
    return races;
  }

  /** Forgets the event `index` and those after it. */
  drop(index: number): void {
    this.#events.length = Math.min(this.#events.length, index);
    this.#before.length = this.#events.length;
  }

  /**
   * The events with which a schedule can go on, in place of `first`, so that `last` comes before it: of those between
   * that do not come after `first`, and of `last`, the ones without a predecessor among them.
   */
  initials(first: number, last: number): readonly number[] {
    const sequence: number[] = [];
    for (let index = first + 1; index < last; index++) {
      if (!this.#before[index]?.has(first)) sequence.push(index);
    }
    sequence.push(last);
    return sequence.filter((index) => {
      const before = this.#before[index];
      return !sequence.some((other) => other !== index && before?.has(other));
    });
  }
}

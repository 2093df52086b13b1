import type { Round } from './run-program';

/** How often a program came to each outcome, and how long what it waited for took. */
export class Tally {
  readonly #counts = new Map<string, number>();
  readonly #waited: number[] = [];
  readonly #grantedAfter: number[] = [];

  add({ outcome, waited, grantedAfter }: Round): void {
    this.#counts.set(outcome, (this.#counts.get(outcome) ?? 0) + 1);
    this.#waited.push(...waited);
    this.#grantedAfter.push(...grantedAfter);
  }

  get outcomes(): Iterable<string> {
    return this.#counts.keys();
  }

  toString(): string {
    const counts = [...this.#counts].sort(([, a], [, b]) => b - a);
    return [
      ...counts.map(([outcome, count]) => `${count} × ${outcome}`),
      ...spread('written value seen after', this.#waited),
      ...spread('lock granted after', this.#grantedAfter),
    ].join('; ');
  }
}

/** Least, median and most of some times. */
function spread(what: string, milliseconds: readonly number[]): readonly string[] {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  if (sorted.length === 0) return [];
  const some = [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)];
  return [`${what} ${some.map((time) => time?.toFixed(1)).join(' / ')} ms`];
}

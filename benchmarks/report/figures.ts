/** The value in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** With three digits that count. */
export function digits(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-GB');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** How many times `value` is of `reference`. */
export function times(value: number, reference: number): string {
  return `${digits(value / reference)} ×`;
}

/** Samples by the name of what they are of. */
export class Samples {
  readonly #values = new Map<string, number[]>();

  add(name: string, value: number): void {
    const values = this.#values.get(name) ?? [];
    values.push(value);
    this.#values.set(name, values);
  }

  median(name: string): number {
    return median(this.#values.get(name) ?? []);
  }

  slowest(name: string): number {
    return Math.max(...(this.#values.get(name) ?? [NaN]));
  }
}

/** `items`, beginning with another one in each round, so that none is always the first. */
export function rotated<T>(items: readonly T[], round: number): readonly T[] {
  const first = round % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}

/** The browser's clocks: they stand still while there is something to do, and go on when all are at rest. */
import type { Touches } from './touches';

/** Unix time in milliseconds at which every simulated browser starts. */
const START = 1_800_000_000_000;

/** The monotonic clock, and the wall clock, which somebody can move. */
export class Clock {
  readonly #touches: Touches;
  readonly #earlyDelays: readonly number[];
  #now = 0;
  #moved = 0;

  /** @param earlyDelays timers with these delays may fire at any time, which is then the time that they are due */
  constructor(touches: Touches, earlyDelays: readonly number[] = []) {
    this.#touches = touches;
    this.#earlyDelays = earlyDelays;
  }

  /** Milliseconds since the browser was started. */
  get now(): number {
    return this.#now;
  }

  /** Unix time in milliseconds, as far as this computer knows. */
  get wall(): number {
    this.#touches.read('wall clock');
    return START + this.#now + this.#moved;
  }

  isEarly(delay: number): boolean {
    return this.#earlyDelays.includes(delay);
  }

  advanceTo(moment: number): void {
    if (moment <= this.#now) return;
    this.#touches.write('wall clock');
    this.#now = moment;
  }

  /** Somebody puts the wall clock forward; back, if negative. */
  move(milliseconds: number): void {
    this.#touches.write('wall clock');
    this.#moved += milliseconds;
  }
}

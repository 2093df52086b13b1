/** One page's timers, on the browser's clock. */
import type { Clock } from './clock';
import type { Page } from './page';
import { Task } from './task';

/** So much later, in milliseconds, a timer may come than it is due: what is due within that is a task like others. */
export const BUSY = 100;

interface Timer {
  readonly id: number;
  readonly delay: number;
  readonly isInterval: boolean;
  readonly callback: (...passed: readonly unknown[]) => void;
  readonly passed: readonly unknown[];
  due: number;
  /** How many popups had moved when it last fired. */
  moves: number;
  task: Task;
}

/** setTimeout and setInterval of a page. */
export class Timers {
  readonly #page: Page;
  readonly #clock: Clock;
  readonly #timers = new Map<number, Timer>();
  /** During a timer's task, when it was due: what it sets comes after that. */
  #dueNow = 0;
  #count = 0;

  constructor(page: Page, clock: Clock) {
    this.#page = page;
    this.#clock = clock;
  }

  set(
    isInterval: 'once' | 'repeatedly',
    callback: Timer['callback'],
    delay: number,
    passed: readonly unknown[],
  ): number {
    const id = ++this.#count;
    const wait = Math.max(0, delay);
    const timer = { id, delay: wait, isInterval: isInterval === 'repeatedly', callback, passed };
    const due = Math.max(this.#clock.now, this.#dueNow) + wait;
    this.#timers.set(id, {
      ...timer,
      due,
      moves: this.#page.popupMoves,
      task: this.#task(id, wait, 1),
    });
    return id;
  }

  clear(id: number | undefined): void {
    if (id !== undefined) this.#timers.delete(id);
  }

  /** Those that can fire now: of the ones that fire once, the first that is due. */
  collect(into: Task[]): void {
    let first: Timer | undefined;
    for (const timer of this.#timers.values()) {
      if (timer.isInterval) {
        if (this.#isIntervalReady(timer)) into.push(timer.task);
      } else if (this.#isReady(timer) && (!first || timer.due < first.due)) {
        first = timer;
      }
    }
    if (first) into.push(first.task);
  }

  /** When the next one is due that cannot fire yet; `Infinity` when there is none. */
  get nextDue(): number {
    let next = Infinity;
    for (const { due } of this.#timers.values()) next = Math.min(next, due);
    return next;
  }

  #isReady({ due, delay }: Timer): boolean {
    return due <= this.#clock.now + BUSY || this.#clock.isEarly(delay);
  }

  /** Ticks count for nothing while nothing has moved, so they come when time passes. */
  #isIntervalReady({ due, moves }: Timer): boolean {
    return due <= this.#clock.now || moves !== this.#page.popupMoves;
  }

  #task(id: number, delay: number, nth: number): Task {
    const page = this.#page;
    const times = nth > 1 ? ` for the ${nth}th time` : '';
    return new Task(
      {
        id: `${page.name} timer ${id}${times}`,
        actor: page.tab.name,
        page,
        label: () => `${page.name} has its timer ${id} fire (${delay} ms)${times}`,
        run: () => this.#fire(id, nth),
      },
      page.browser.nextAge(),
    );
  }

  #fire(id: number, nth: number): void {
    const timer = this.#timers.get(id);
    if (!timer) return;
    if (this.#clock.isEarly(timer.delay)) this.#clock.advanceTo(timer.due);
    this.#dueNow = timer.due;
    if (timer.isInterval) {
      timer.due = Math.max(this.#clock.now, timer.due) + Math.max(timer.delay, 1);
      timer.moves = this.#page.popupMoves;
      timer.task = this.#task(id, timer.delay, nth + 1);
    } else {
      this.#timers.delete(id);
    }
    try {
      timer.callback(...timer.passed);
    } catch (error) {
      this.#page.reportError(error);
    }
  }

  /** The task is over. */
  endTask(): void {
    this.#dueNow = 0;
  }
}

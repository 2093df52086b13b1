/** One call of `navigator.locks.request`, until its lock is given back. */
import type { Page } from './page';

/** The options that the simulation knows; all locks are exclusive. */
export interface LockOptions {
  readonly ifAvailable?: boolean | undefined;
  readonly steal?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What is done with the lock. */
export type LockWork = (
  lock: { readonly name: string; readonly mode: 'exclusive' } | null,
) => unknown;

/** A request that waits, or has the lock. */
export class LockRequest {
  readonly page: Page;
  readonly name: string;
  readonly options: LockOptions;
  readonly promise: ObservedPromise;
  readonly #work: LockWork;
  readonly #onSettled: (request: LockRequest) => void;
  #outcome: Promise<unknown> = Promise.resolve();
  #resolve: (value: unknown) => void = () => undefined;
  #reject: (reason: unknown) => void = () => undefined;
  /** Whether its release is under way. */
  isReleasing = false;

  constructor(
    page: Page,
    name: string,
    options: LockOptions,
    work: LockWork,
    onSettled: (request: LockRequest) => void,
  ) {
    this.page = page;
    this.name = name;
    this.options = options;
    this.#work = work;
    this.#onSettled = onSettled;
    this.promise = new ObservedPromise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** Whether somebody waits until the lock is given back. */
  get isAwaited(): boolean {
    return this.promise.isAwaited;
  }

  /** Starts the work. */
  begin(lock: Parameters<LockWork>[0]): void {
    this.#outcome = new Promise((resolve) => resolve(this.#work(lock)));
    const settled = (): void => this.#onSettled(this);
    this.#outcome.then(settled, settled);
  }

  /** The lock is given back. */
  end(): void {
    this.#outcome.then(this.#resolve, this.#reject);
  }

  reject(reason: unknown): void {
    this.#reject(reason);
  }
}

/** A promise that knows whether its value is waited for. */
class ObservedPromise extends Promise<unknown> {
  isAwaited = false;

  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  override then<T = unknown, E = never>(
    onFulfilled?: ((value: unknown) => T | PromiseLike<T>) | null,
    onRejected?: ((reason: unknown) => E | PromiseLike<E>) | null,
  ): Promise<T | E> {
    if (onFulfilled) this.isAwaited = true;
    return super.then<T, E>(onFulfilled, onRejected);
  }
}

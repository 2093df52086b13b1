/** The listeners of a window, a document or a channel. Node's own EventTarget takes many times as long. */

type Listener = (event: object) => void;

interface Registration {
  readonly type: string;
  readonly listener: Listener;
  readonly once: boolean;
}

/** As far as listeners are registered in the engine. */
export interface ListenerOptions {
  readonly once?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** An EventTarget without a tree: no capturing, no bubbling. */
export class PageEvents {
  readonly #reportError: (error: unknown) => void;
  #registrations: readonly Registration[] = [];

  /** @param reportError told what a listener throws */
  constructor(reportError: (error: unknown) => void) {
    this.#reportError = reportError;
  }

  /** Whether anybody listens for `type`. */
  has(type: string): boolean {
    return this.#registrations.some((it) => it.type === type);
  }

  addEventListener(
    type: string,
    listener: Listener,
    options: ListenerOptions | boolean = {},
  ): void {
    const { once = false, signal } = typeof options === 'boolean' ? {} : options;
    if (signal?.aborted || this.#find(type, listener)) return;
    this.#registrations = [...this.#registrations, { type, listener, once }];
    signal?.addEventListener('abort', () => this.removeEventListener(type, listener));
  }

  removeEventListener(type: string, listener: Listener): void {
    const found = this.#find(type, listener);
    if (found) this.#registrations = this.#registrations.filter((it) => it !== found);
  }

  /** Calls the listeners; one that throws is reported. */
  fire(type: string, members: object = {}): void {
    for (const registration of this.#registrations) {
      const { listener, once } = registration;
      if (registration.type !== type || !this.#registrations.includes(registration)) continue;
      if (once) this.removeEventListener(type, listener);
      try {
        listener({ type, ...members });
      } catch (error) {
        this.#reportError(error);
      }
    }
  }

  clear(): void {
    this.#registrations = [];
  }

  #find(type: string, listener: Listener): Registration | undefined {
    return this.#registrations.find((it) => it.type === type && it.listener === listener);
  }
}

import type { MsalLogoutEvent } from './msal-logout-event';

/** Hears every event. */
export type EventCallback = (event: MsalLogoutEvent) => void;

type WithoutTimestamp<E> = E extends unknown ? Omit<E, 'timestamp'> : never;

/** Passes events on to whoever listens; a listener that throws harms neither the others nor the sign-out. */
export class EventHub {
  readonly #callbacks = new Set<EventCallback>();

  add(callback: EventCallback): () => void {
    this.#callbacks.add(callback);
    return () => this.#callbacks.delete(callback);
  }

  emit(event: WithoutTimestamp<MsalLogoutEvent>): void {
    const stamped: MsalLogoutEvent = { ...event, timestamp: Date.now() };
    for (const callback of [...this.#callbacks]) {
      try {
        callback(stamped);
      } catch (error) {
        reportError(error);
      }
    }
  }
}

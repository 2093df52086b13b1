import { Listeners } from './listeners';
import type { MsalLogoutEvent } from './msal-logout-event';

/** Hears every event. */
export type EventCallback = (event: MsalLogoutEvent) => void;

type WithoutTimestamp<E> = E extends unknown ? Omit<E, 'timestamp'> : never;

/** Passes events on to whoever listens. */
export class EventHub {
  readonly #callbacks = new Listeners<[MsalLogoutEvent]>();

  add(callback: EventCallback): () => void {
    return this.#callbacks.add(callback);
  }

  emit(event: WithoutTimestamp<MsalLogoutEvent>): void {
    this.#callbacks.tell({ ...event, timestamp: Date.now() });
  }
}

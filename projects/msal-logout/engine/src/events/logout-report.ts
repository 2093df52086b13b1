import type { AccountIdentity } from '../cache/account-info';
import type { MsalLogoutError } from '../errors/msal-logout-error';
import type { ServerOutcome } from '../request/logout-result';
import type { EventHub } from './event-hub';
import type { InteractionType } from './event-type';
import { EventType } from './event-type';

/** Tells about one sign-out: start, then success once or failure, then end. */
export class LogoutReport {
  readonly #events: EventHub;
  readonly #about: { readonly interactionType: InteractionType; readonly correlationId: string };
  #hasSucceeded = false;

  constructor(events: EventHub, interactionType: InteractionType, correlationId: string) {
    this.#events = events;
    this.#about = { interactionType, correlationId };
  }

  start(accounts: readonly AccountIdentity[]): void {
    this.#events.emit({ eventType: EventType.LOGOUT_START, ...this.#about, accounts });
  }

  /** Also called before a redirect leaves, without an outcome; the call after it then says nothing new. */
  succeed(accounts: readonly AccountIdentity[], outcome?: ServerOutcome): void {
    if (this.#hasSucceeded) return;
    this.#hasSucceeded = true;
    this.#events.emit({
      eventType: EventType.LOGOUT_SUCCESS,
      ...this.#about,
      accounts,
      ...outcome,
    });
  }

  popupOpened(popupWindow: Window): void {
    this.#events.emit({ eventType: EventType.POPUP_OPENED, ...this.#about, popupWindow });
  }

  fail(error: MsalLogoutError): void {
    this.#events.emit({ eventType: EventType.LOGOUT_FAILURE, ...this.#about, error });
  }

  confirm(): void {
    this.#events.emit({ eventType: EventType.SERVER_SIGN_OUT_CONFIRMED, ...this.#about });
  }

  interrupted(accounts: readonly AccountIdentity[]): void {
    this.#events.emit({ eventType: EventType.LOGOUT_INTERRUPTED, ...this.#about, accounts });
  }

  end(): void {
    this.#events.emit({ eventType: EventType.LOGOUT_END, ...this.#about });
  }
}

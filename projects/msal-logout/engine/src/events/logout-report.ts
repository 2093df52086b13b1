import type { AccountIdentity } from '../cache/account-info';
import type { MsalLogoutError } from '../errors/msal-logout-error';
import type { LocalSignOut, ServerOutcome } from '../request/logout-result';
import type { EventHub } from './event-hub';
import type { InteractionType } from './event-type';
import { EventType } from './event-type';

/** Emits the events of one sign-out. */
export class LogoutReport {
  readonly #events: EventHub;
  readonly #about: { readonly interactionType: InteractionType; readonly correlationId: string };

  constructor(events: EventHub, interactionType: InteractionType, correlationId: string) {
    this.#events = events;
    this.#about = { interactionType, correlationId };
  }

  start(accounts: readonly AccountIdentity[]): void {
    this.#events.emit({ eventType: EventType.LOGOUT_START, ...this.#about, accounts });
  }

  /**
   * @param local whether this browser is proven to be clear
   * @param outcome what came of the server step; without it, the page is about to leave for the provider
   */
  succeed(
    accounts: readonly AccountIdentity[],
    local: LocalSignOut,
    outcome?: ServerOutcome,
  ): void {
    this.#events.emit({
      eventType: EventType.LOGOUT_SUCCESS,
      ...this.#about,
      accounts,
      local,
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

import { attempt } from '../attempt';
import type { MsalEventMessage, MsalInstance } from '../cache/msal-instance';

/** The popup in which MSAL signs somebody in, as far as the instance tells of it. */
export class SignInPopup {
  readonly #instance: MsalInstance | null;
  #popup: Pick<Window, 'closed'> | null = null;
  #callbackId: string | null = null;

  /** @param instance `null` where there is none to listen to */
  constructor(instance: MsalInstance | null) {
    this.#instance = instance;
  }

  /**
   * Whether the popup of the sign-in under way is gone. A provider's Cross-Origin-Opener-Policy makes one that is still
   * there look the same.
   */
  get isGone(): boolean {
    const popup = this.#popup;
    return popup !== null && attempt(() => popup.closed, false);
  }

  /** Listens from now on. */
  start(): void {
    this.#callbackId ??= this.#instance?.addEventCallback((message) => this.#hear(message)) ?? null;
  }

  stop(): void {
    if (this.#callbackId !== null) this.#instance?.removeEventCallback(this.#callbackId);
    this.#callbackId = null;
    this.#popup = null;
  }

  #hear({ eventType, interactionType, payload }: MsalEventMessage): void {
    const opened = eventType === 'msal:popupOpened' ? popupIn(payload) : null;
    if (opened) this.#popup = opened;
    // Another sign-in begins, or the one in the popup has ended: its lock is another one, or free.
    else if (
      interactionType === 'redirect' ||
      (interactionType === 'popup' && /(?:Start|Success|Failure)$/.test(eventType))
    ) {
      this.#popup = null;
    }
  }
}

function popupIn(payload: unknown): Pick<Window, 'closed'> | null {
  if (typeof payload !== 'object' || payload === null || !('popupWindow' in payload)) return null;
  const { popupWindow } = payload;
  if (typeof popupWindow !== 'object' || popupWindow === null) return null;
  return 'closed' in popupWindow ? (popupWindow as Window) : null;
}

import { openChannel } from '../web/open-channel';

/**
 * The channel between the page that a popup returns to and the window that waits for it, named by the id inside
 * the `state` parameter. MSAL 5's redirect bridge speaks on it too. It works where a Cross-Origin-Opener-Policy
 * has cut the popup off from its opener.
 */
export class ReturnChannel {
  readonly #channel: BroadcastChannel | null;

  constructor(stateId: string) {
    this.#channel = openChannel(stateId);
  }

  /** Resolves when the return page has spoken. */
  heard(): Promise<void> {
    return new Promise((resolve) => {
      this.#channel?.addEventListener('message', () => resolve(), { once: true });
    });
  }

  /** Says, in the form of MSAL's redirect bridge, that the popup is back. */
  speak(): void {
    this.#channel?.postMessage({ v: 1, payload: '' });
  }

  close(): void {
    this.#channel?.close();
  }
}

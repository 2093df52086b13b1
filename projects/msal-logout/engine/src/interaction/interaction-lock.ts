import { attempt } from '../attempt';
import { parseJsonObject } from '../json-object';

/** Where MSAL notes, for all its instances in a tab, that somebody is signing in or out. */
const KEY = 'msal.interaction.status';

/**
 * MSAL's interaction lock, held as a sign-out, so that no guard or interceptor of MSAL can start a sign-in that
 * overtakes the sign-out.
 *
 * The value is the one of MSAL 4 and 5. MSAL 3, which stores the client id alone, is held by any value, and this
 * one can be told from the lock of a sign-in afterwards.
 */
export class InteractionLock {
  readonly #value: string;

  constructor(clientId: string) {
    this.#value = JSON.stringify({ clientId, type: 'signout' });
  }

  /** Takes the lock; `false` when a sign-in holds it. One that a sign-out has left behind is taken over. */
  take(): boolean {
    // Where the storage cannot be used, MSAL sees no lock either.
    return attempt(() => {
      const held = window.sessionStorage.getItem(KEY);
      if (held !== null && parseJsonObject(held)['type'] !== 'signout') return false;
      window.sessionStorage.setItem(KEY, this.#value);
      return true;
    }, true);
  }

  /** Gives the lock back, unless somebody else has it by now. */
  release(): void {
    attempt(() => {
      if (window.sessionStorage.getItem(KEY) === this.#value) window.sessionStorage.removeItem(KEY);
    }, undefined);
  }
}

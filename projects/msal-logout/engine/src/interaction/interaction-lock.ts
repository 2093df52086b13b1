import { attempt } from '../attempt';
import { parseJsonObject } from '../json-object';
import type { ResolvedConfiguration } from '../request/resolved-configuration';
import type { TabLock } from '../tabs/tab-lock';
import { INTERACTION_STATUS } from './interaction-status';
import { SharedInteractionLock } from './shared-interaction-lock';
import type { SignInPopup } from './sign-in-popup';

/**
 * MSAL's interaction lock, held as a sign-out, so that no guard or interceptor of MSAL can start a sign-in that
 * overtakes the sign-out.
 *
 * The value is the one of MSAL 4 and 5. MSAL 3, which stores the client id alone, is held by any value, and this
 * one can be told from the lock of a sign-in afterwards. It is in sessionStorage; MSAL 3 and 4 can be configured to
 * have it in localStorage, where it is held as well then.
 */
export class InteractionLock {
  readonly #value: string;
  readonly #shared: SharedInteractionLock | null;
  readonly #signInPopup: SignInPopup;

  constructor(
    { clientId, temporaryCacheLocation }: ResolvedConfiguration,
    tabLock: TabLock,
    signInPopup: SignInPopup,
  ) {
    this.#signInPopup = signInPopup;
    this.#shared =
      temporaryCacheLocation === 'localStorage' ? new SharedInteractionLock(tabLock) : null;
    this.#value = JSON.stringify({ clientId, type: 'signout' });
  }

  /**
   * Takes the lock; `false` when a sign-in holds it. One that a sign-out has left behind is taken over, and one of a
   * sign-in whose popup is gone: MSAL 5 would hold it for another minute.
   */
  take(): boolean {
    // Where the storage cannot be used, MSAL sees no lock either.
    const held = attempt(() => window.sessionStorage.getItem(INTERACTION_STATUS), null);
    const isOfSignIn = held !== null && parseJsonObject(held)['type'] !== 'signout';
    if ((isOfSignIn || this.#shared?.isOfSignIn) && !this.#signInPopup.isGone) return false;
    attempt(() => window.sessionStorage.setItem(INTERACTION_STATUS, this.#value), undefined);
    this.#shared?.take();
    return true;
  }

  /** Gives the lock back, unless somebody else has it by now. */
  release(): void {
    this.#removeOwn();
    this.#shared?.release();
  }

  /** Where no sign-out runs: gives back what an earlier page of this tab, or a tab that has crashed, has left behind. */
  async clean(): Promise<void> {
    this.#removeOwn();
    await this.#shared?.clean();
  }

  #removeOwn(): void {
    attempt(() => {
      if (window.sessionStorage.getItem(INTERACTION_STATUS) !== this.#value) return;
      window.sessionStorage.removeItem(INTERACTION_STATUS);
    }, undefined);
  }
}

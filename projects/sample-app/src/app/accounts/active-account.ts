import { computed, inject, Injectable, signal } from '@angular/core';
import { MsalLogoutService, type AccountInfo } from 'msal-logout';

import { MSAL_INSTANCE } from '../sign-in/msal-instance';

/**
 * The signed-in account whose mail is shown; every tab has its own.
 *
 * Asks MSAL once, at the start: MSAL 5 strikes an account off the list of all tabs when it is asked and has not yet
 * taken in what another tab has just written.
 */
@Injectable({ providedIn: 'root' })
export class ActiveAccount {
  readonly #msal = inject(MSAL_INSTANCE);
  readonly #accounts = inject(MsalLogoutService).accounts;
  readonly #chosen = signal(this.#msal.getActiveAccount()?.homeAccountId);

  /** MSAL's active account, or the first one when that was signed out; `null` when nobody is left. */
  readonly current = computed(
    () => {
      const accounts = this.#accounts();
      return (
        accounts.find(({ homeAccountId }) => homeAccountId === this.#chosen()) ??
        accounts[0] ??
        null
      );
    },
    { equal: (one, other) => one?.homeAccountId === other?.homeAccountId },
  );

  /** Makes `account` the active one, in MSAL too. */
  choose(account: AccountInfo): void {
    this.#msal.setActiveAccount(account);
    this.#chosen.set(account.homeAccountId);
  }
}

import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { EventType, type AccountInfo } from '@azure/msal-browser';
import { MsalLogoutService } from 'msal-logout';

import { MSAL_INSTANCE } from '../sign-in/msal-instance';

/** The signed-in account whose mail is shown. */
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

  constructor() {
    const callback = this.#msal.addEventCallback(
      () => this.#chosen.set(this.#msal.getActiveAccount()?.homeAccountId),
      [EventType.ACTIVE_ACCOUNT_CHANGED],
    );
    inject(DestroyRef).onDestroy(() => {
      if (callback) this.#msal.removeEventCallback(callback);
    });
  }

  /** Makes `account` the active one, in MSAL too. */
  choose(account: AccountInfo): void {
    this.#msal.setActiveAccount(account);
  }
}

import { Location } from '@angular/common';
import { inject, Injectable, InjectionToken } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';

import { API } from './api';
import { MSAL_INSTANCE } from './msal-instance';
import { readWantedUrl } from './wanted-url';

/** Why the sign-in that has just come back failed; `null` when none did. */
export const SIGN_IN_FAILURE = new InjectionToken<Error | null>('SIGN_IN_FAILURE');

/** Signs people in at the identity server, one after the other. */
@Injectable({ providedIn: 'root' })
export class SignIn {
  readonly #msal = inject(MSAL_INSTANCE);
  readonly #api = inject(API);
  readonly #location = inject(Location);
  readonly #snackBar = inject(MatSnackBar);

  constructor() {
    const failure = inject(SIGN_IN_FAILURE);
    if (failure) this.#report(failure);
  }

  /**
   * Leaves for the identity server, where any account can be chosen. It comes back to the page that a sign-out or the
   * guard has taken away, else to the inbox.
   */
  start(): void {
    const page = readWantedUrl(this.#location.getState()) ?? '/inbox';
    this.#msal
      .loginRedirect({
        scopes: [...this.#api.scopes],
        prompt: 'select_account',
        redirectStartPage: new URL(this.#location.prepareExternalUrl(page), document.baseURI).href,
      })
      .catch((failure: unknown) => this.#report(failure));
  }

  #report(failure: unknown): void {
    const why = failure instanceof Error ? failure.message : String(failure);
    this.#snackBar.open(`You were not signed in. ${why}`, 'OK');
  }
}

import { Directive, inject } from '@angular/core';
import { MsalLogoutService } from 'msal-logout';

import { SignOut } from './sign-out';

/** Makes a button sign everybody out by redirect; while a sign-out runs it does nothing. */
@Directive({
  selector: 'button[appSignOutRedirect]',
  host: {
    type: 'button',
    '[attr.aria-disabled]': 'inProgress() || null',
    '(click)': 'signOut()',
  },
})
export class SignOutRedirect {
  readonly #signOut = inject(SignOut);

  protected readonly inProgress = inject(MsalLogoutService).inProgress;

  protected signOut(): void {
    if (!this.inProgress()) this.#signOut.byRedirect();
  }
}

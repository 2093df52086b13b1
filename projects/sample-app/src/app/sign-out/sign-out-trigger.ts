import { Directive, inject, input } from '@angular/core';
import { MsalLogoutService, type AccountInfo } from 'msal-logout';

import { SignOut } from './sign-out';
import type { SignOutWay } from './sign-out-way';

/** Makes a button sign out, the given way; while a sign-out runs it does nothing. */
@Directive({
  selector: 'button[appSignOut]',
  host: {
    type: 'button',
    '[attr.aria-disabled]': 'inProgress() || null',
    '(click)': 'signOut()',
  },
})
export class SignOutTrigger {
  readonly #signOut = inject(SignOut);

  readonly way = input.required<SignOutWay>({ alias: 'appSignOut' });
  /** Whom to sign out; everybody when left out. */
  readonly account = input<AccountInfo>();

  protected readonly inProgress = inject(MsalLogoutService).inProgress;

  protected signOut(): void {
    if (!this.inProgress()) this.#signOut.start(this.way(), this.account());
  }
}

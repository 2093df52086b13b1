import { inject, Injectable, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router } from '@angular/router';
import { MsalLogoutService, type AccountInfo, type LogoutResult } from 'msal-logout';
import type { Observable } from 'rxjs';

import type { SignOutWay } from './sign-out-way';

/** Signs people out and shows what it came to. */
@Injectable({ providedIn: 'root' })
export class SignOut {
  readonly #logout = inject(MsalLogoutService);
  readonly #router = inject(Router);
  readonly #snackBar = inject(MatSnackBar);

  /** Whether a redirect is to be called off once this browser is cleared, so that the page stays. */
  readonly stayHere = signal(false);

  /** Signs out `account`, or everybody. Call it in the click: a popup opens only there. */
  start(way: SignOutWay, account?: AccountInfo): void {
    this.#show(this.#run(way, account));
  }

  /** Finishes the sign-out that was interrupted. */
  resume(): void {
    this.#show(this.#logout.resume());
  }

  #show(result$: Observable<LogoutResult>): void {
    result$.subscribe({
      // Not `mainWindowRedirectUri`, which is of popups only: this is for all three ways.
      // A sign-out that left the page says nothing here: its result is on the page that it comes back to.
      next: () => void this.#router.navigateByUrl('/signed-out'),
      error: (failure: unknown) => this.#report(failure),
    });
  }

  #run(way: SignOutWay, account: AccountInfo | undefined): Observable<LogoutResult> {
    switch (way) {
      case 'redirect':
        return this.#logout.logoutRedirect({
          account,
          ...(this.stayHere() && { onRedirectNavigate: () => false }),
        });
      case 'popup':
        return this.#logout.logoutPopup({ account });
      case 'local':
        return this.#logout.clearCache({ account });
    }
  }

  #report(failure: unknown): void {
    const why = failure instanceof Error ? failure.message : String(failure);
    this.#snackBar.open(`You are still signed in. ${why}`, 'OK');
  }
}

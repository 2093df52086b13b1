import { inject, Injectable } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router } from '@angular/router';
import { MsalLogoutService, type EndSessionRequest, type LogoutResult } from 'msal-logout';
import type { Observable } from 'rxjs';

/** The ways to sign out that this app offers: one method each. */
@Injectable({ providedIn: 'root' })
export class SignOut {
  readonly #logout = inject(MsalLogoutService);
  readonly #router = inject(Router);
  readonly #snackBar = inject(MatSnackBar);

  /** Signs everybody out, or the account in `request`, and leaves for the identity server. */
  byRedirect(request?: EndSessionRequest): void {
    this.#follow(this.#logout.logoutRedirect(request));
  }

  // A sign-out that left the page says nothing here: its result is on the page that it comes back to.
  #follow(result$: Observable<LogoutResult>): void {
    result$.subscribe({
      next: () => void this.#router.navigateByUrl('/signed-out'),
      error: (failure: unknown) => this.#report(failure),
    });
  }

  #report(failure: unknown): void {
    const why = failure instanceof Error ? failure.message : String(failure);
    this.#snackBar.open(`You are still signed in. ${why}`, 'OK');
  }
}

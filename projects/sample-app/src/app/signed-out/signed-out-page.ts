import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { MsalLogoutService } from 'msal-logout';

import { accountName } from '../accounts/account-name';
import { SignInButton } from '../sign-in/sign-in-button';
import { describeResult } from './describe-result';

/** Where a sign-out ends: says what has happened to the accounts here and to the session on the server. */
@Component({
  selector: 'app-signed-out-page',
  imports: [MatButton, MatIcon, RouterLink, SignInButton],
  templateUrl: './signed-out-page.html',
  styleUrl: './signed-out-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignedOutPage {
  readonly #logout = inject(MsalLogoutService);

  protected readonly signedIn = this.#logout.signedIn;
  protected readonly result = this.#logout.lastResult;
  protected readonly description = computed(() => {
    const result = this.result();
    return result && describeResult(result, this.#logout.accounts().map(accountName));
  });
}

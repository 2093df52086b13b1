import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { MsalLogoutService } from 'msal-logout';

import { AccountAvatar } from '../accounts/account-avatar';
import { accountName } from '../accounts/account-name';
import { ActiveAccount } from '../accounts/active-account';
import { SignInButton } from '../sign-in/sign-in-button';
import { SignOutButton } from '../sign-out/sign-out-button';
import { SignOutCard } from '../sign-out/sign-out-card';

/** For everybody: what this demo shows, and the way in or out. */
@Component({
  selector: 'app-home-page',
  imports: [
    AccountAvatar,
    MatButton,
    MatIcon,
    RouterLink,
    SignInButton,
    SignOutButton,
    SignOutCard,
  ],
  templateUrl: './home-page.html',
  styleUrl: './home-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HomePage {
  readonly #logout = inject(MsalLogoutService);

  protected readonly accounts = this.#logout.accounts;
  protected readonly signedIn = this.#logout.signedIn;
  protected readonly activeAccount = inject(ActiveAccount).current;
  protected readonly accountName = accountName;
}

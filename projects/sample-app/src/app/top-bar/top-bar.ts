import { ChangeDetectionStrategy, Component, inject, model } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { MsalLogoutService } from 'msal-logout';

import { AccountSwitcher } from '../accounts/account-switcher';
import { ColorScheme } from '../appearance/color-scheme';
import { SignIn } from '../sign-in/sign-in';
import { SignOutButton } from '../sign-out/sign-out-button';

/** Where to go, who is signed in, and the way out. */
@Component({
  selector: 'app-top-bar',
  imports: [
    AccountSwitcher,
    MatButton,
    MatIcon,
    MatIconButton,
    RouterLink,
    RouterLinkActive,
    SignOutButton,
  ],
  templateUrl: './top-bar.html',
  styleUrl: './top-bar.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TopBar {
  /** Whether the panel with the events is open. */
  readonly eventsOpen = model.required<boolean>();

  protected readonly signedIn = inject(MsalLogoutService).signedIn;
  protected readonly signIn = inject(SignIn);
  protected readonly colorScheme = inject(ColorScheme);
}

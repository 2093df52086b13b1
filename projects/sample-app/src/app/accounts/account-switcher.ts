import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MsalLogoutService } from 'msal-logout';

import { AccountAvatar } from './account-avatar';
import { accountName } from './account-name';
import { ActiveAccount } from './active-account';

/** Everybody who is signed in, side by side; a click makes somebody the active one. */
@Component({
  selector: 'app-account-switcher',
  imports: [AccountAvatar],
  templateUrl: './account-switcher.html',
  styleUrl: './account-switcher.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountSwitcher {
  protected readonly accounts = inject(MsalLogoutService).accounts;
  protected readonly activeAccount = inject(ActiveAccount);
  protected readonly accountName = accountName;
}

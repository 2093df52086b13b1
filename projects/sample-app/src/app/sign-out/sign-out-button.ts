import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenuModule } from '@angular/material/menu';
import { MsalLogoutService, type AccountInfo } from 'msal-logout';

import { accountName } from '../accounts/account-name';
import { SignOutTrigger } from './sign-out-trigger';
import { describeWay, type SignOutWay } from './sign-out-way';

/** Signs out by redirect, one account or everybody; the menu beside it has the other ways. */
@Component({
  selector: 'app-sign-out-button',
  imports: [MatButton, MatIcon, MatMenuModule, SignOutTrigger],
  templateUrl: './sign-out-button.html',
  styleUrl: './sign-out-button.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignOutButton {
  readonly #accounts = inject(MsalLogoutService).accounts;

  /** Whom to sign out; everybody when left out. */
  readonly account = input<AccountInfo>();
  readonly look = input<'tonal' | 'outlined'>('tonal');
  /** The `data-testid` of the button that signs out by redirect. */
  readonly testId = input.required<string>();

  /** Whom the button is about, where "Sign out" alone would not tell. */
  protected readonly whom = computed(() => {
    const account = this.account();
    if (account) return accountName(account);
    return this.#accounts().length > 1 ? 'everybody' : '';
  });
  protected readonly otherWays: readonly SignOutWay[] = ['popup', 'local'];
  protected readonly describeWay = describeWay;
}

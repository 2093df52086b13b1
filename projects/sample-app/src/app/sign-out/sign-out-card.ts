import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { MatSlideToggle } from '@angular/material/slide-toggle';
import { MsalLogoutService } from 'msal-logout';

import { SignOut } from './sign-out';
import { SignOutTrigger } from './sign-out-trigger';
import { describeWay, type SignOutWay } from './sign-out-way';

/** Every way to sign out everybody, and whether a redirect may leave the page. */
@Component({
  selector: 'app-sign-out-card',
  imports: [MatIcon, MatSlideToggle, SignOutTrigger],
  templateUrl: './sign-out-card.html',
  styleUrl: './sign-out-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignOutCard {
  readonly #logout = inject(MsalLogoutService);

  protected readonly stayHere = inject(SignOut).stayHere;
  protected readonly several = computed(() => this.#logout.accounts().length > 1);
  protected readonly ways: readonly { way: SignOutWay; testId: string }[] = [
    { way: 'redirect', testId: 'sign-out-all' },
    { way: 'popup', testId: 'sign-out-popup' },
    { way: 'local', testId: 'sign-out-local' },
  ];
  protected readonly describeWay = describeWay;
}

import { DatePipe } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MsalLogoutService } from 'msal-logout';

import { SignOut } from './sign-out';

/** On every page: offers to finish a sign-out that was cut off before the identity server had its part. */
@Component({
  selector: 'app-interrupted-notice',
  imports: [DatePipe, MatButton, MatIcon],
  templateUrl: './interrupted-notice.html',
  styleUrl: './interrupted-notice.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InterruptedNotice {
  readonly #logout = inject(MsalLogoutService);

  protected readonly signOut = inject(SignOut);
  protected readonly interrupted = this.#logout.interrupted;

  protected dismiss(): void {
    this.#logout.dismiss();
  }
}

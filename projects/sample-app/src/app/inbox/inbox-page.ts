import { DatePipe } from '@angular/common';
import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { RouterLink } from '@angular/router';

import { AccountAvatar } from '../accounts/account-avatar';
import { accountName } from '../accounts/account-name';
import { ActiveAccount } from '../accounts/active-account';
import { API } from '../sign-in/api';
import { explainInboxError } from './explain-inbox-error';
import type { Message } from './message';

/** The active account's mail; gone as soon as nobody is signed in any more. */
@Component({
  selector: 'app-inbox-page',
  imports: [AccountAvatar, DatePipe, MatButton, MatProgressBar, RouterLink],
  templateUrl: './inbox-page.html',
  styleUrl: './inbox-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InboxPage {
  readonly #api = inject(API);

  protected readonly account = inject(ActiveAccount).current;
  // The request is made anew for each account, although it looks the same: its token is another.
  protected readonly messages = httpResource<readonly Message[]>(() =>
    this.account() ? { url: `${this.#api.url}/inbox` } : undefined,
  );
  protected readonly error = computed(() => {
    const error = this.messages.error();
    return error && explainInboxError(error);
  });
  protected readonly accountName = accountName;
}

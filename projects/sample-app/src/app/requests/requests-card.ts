import { DatePipe, DecimalPipe } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import { MatProgressBar } from '@angular/material/progress-bar';
import { MatSlideToggle } from '@angular/material/slide-toggle';

import { keepInTab, readFromTab } from '../tab-storage/tab-storage';
import { CancelledRequests } from './cancelled-requests';
import { describeKind, describeState } from './describe-slow-request';
import { PublicRequest } from './public-request';
import type { SlowRequestKind } from './send-slow-request';
import { SlowRequest } from './slow-request';

const KEY = 'show-cancelled-requests';

/** Requests to sign out under: one that a sign-out cancels, one that it leaves alone, and what was cancelled. */
@Component({
  selector: 'app-requests-card',
  imports: [
    DatePipe,
    DecimalPipe,
    MatButton,
    MatButtonToggle,
    MatButtonToggleGroup,
    MatProgressBar,
    MatSlideToggle,
  ],
  templateUrl: './requests-card.html',
  styleUrl: './requests-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RequestsCard {
  protected readonly slow = inject(SlowRequest);
  protected readonly public = inject(PublicRequest);
  protected readonly cancelled = inject(CancelledRequests).requests;

  protected readonly kinds: readonly SlowRequestKind[] = ['answer', 'upload', 'stream'];
  protected readonly kind = signal<SlowRequestKind>('answer');
  protected readonly describeKind = describeKind;
  protected readonly describeState = describeState;

  readonly #showCancelled = signal(readFromTab(KEY) === true);
  protected readonly showCancelled = this.#showCancelled.asReadonly();

  protected toggleCancelled(show: boolean): void {
    this.#showCancelled.set(show);
    keepInTab(KEY, show);
  }
}

import { DatePipe, SlicePipe } from '@angular/common';
import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  output,
  viewChild,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';

import { describeEvent } from './describe-event';
import { EventLog } from './event-log';
import { groupBySignOut } from './group-by-sign-out';

/** The live log of the library's events, sign-out by sign-out. */
@Component({
  selector: 'app-event-log-panel',
  imports: [DatePipe, MatButton, MatIcon, MatIconButton, SlicePipe],
  templateUrl: './event-log-panel.html',
  styleUrl: './event-log-panel.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EventLogPanel {
  protected readonly log = inject(EventLog);
  protected readonly signOuts = computed(() => groupBySignOut(this.log.entries()));
  protected readonly describeEvent = describeEvent;

  /** Somebody has asked to put the panel away. */
  readonly closed = output();

  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');

  constructor() {
    afterRenderEffect(() => {
      this.log.entries();
      const { nativeElement } = this.scroller();
      nativeElement.scrollTop = nativeElement.scrollHeight;
    });
  }
}

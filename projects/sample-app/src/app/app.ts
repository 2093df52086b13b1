import { BreakpointObserver } from '@angular/cdk/layout';
import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { MatProgressBar } from '@angular/material/progress-bar';
import { MatSidenavModule } from '@angular/material/sidenav';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { MsalLogoutService } from 'msal-logout';
import { filter, map, skip } from 'rxjs';

import { ActiveAccount } from './accounts/active-account';
import { EventLog } from './event-log/event-log';
import { EventLogPanel } from './event-log/event-log-panel';
import { RequestsCard } from './requests/requests-card';
import { InterruptedNotice } from './sign-out/interrupted-notice';
import { PopupNotice } from './sign-out/popup-notice';
import { TopBar } from './top-bar/top-bar';

/** The frame around every page: the bar at the top, the page, and the log of events beside it. */
@Component({
  selector: 'app-root',
  imports: [
    EventLogPanel,
    InterruptedNotice,
    MatProgressBar,
    MatSidenavModule,
    PopupNotice,
    RequestsCard,
    RouterOutlet,
    TopBar,
  ],
  templateUrl: './app.html',
  styleUrl: './app.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  protected readonly wide = toSignal(
    inject(BreakpointObserver)
      .observe('(min-width: 60rem)')
      .pipe(map(({ matches }) => matches)),
    { requireSync: true },
  );
  protected readonly eventsOpen = linkedSignal(this.wide);

  protected readonly signingOut = inject(MsalLogoutService).inProgress;

  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  constructor() {
    // Before anything else: the library tells of a sign-out that has come back as soon as the app is there.
    inject(EventLog);
    // And before another tab may write to MSAL's cache.
    inject(ActiveAccount);

    // The first page is announced by the browser, every other one by moving the focus there.
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        skip(1),
        takeUntilDestroyed(),
      )
      // Not in the task of the click: at its end, a menu gives the focus back to its button.
      .subscribe(() => setTimeout(() => this.focusMain()));
  }

  protected focusMain(): void {
    this.main().nativeElement.focus();
  }
}

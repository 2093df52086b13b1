import { ErrorHandler, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { GuardResult } from '@angular/router';
import {
  NavigationCancel,
  NavigationCancellationCode,
  NavigationError,
  NavigationStart,
  RedirectCommand,
  Router,
} from '@angular/router';
import { isLastEvent } from './is-last-event';
import { SIGNED_OUT_ROUTE } from './signed-out-route';

/** Set to `false` by Angular's build for production. */
declare const ngDevMode: boolean | object | undefined;

/**
 * Redirects refused navigations to the signed-out route, and notices when that leads back to the guard: redirects would
 * follow each other without end, and without a task in between.
 */
@Injectable({ providedIn: 'root' })
export class SignedOutRedirect {
  readonly #errorHandler = inject(ErrorHandler);
  readonly #router = inject(Router);
  readonly #url = inject(SIGNED_OUT_ROUTE);
  /** The navigation state of a redirect, by which its navigation is recognized; several guards of a route share it. */
  #state: object | null = null;
  #isUnderWay = false;
  #hasLedBack = false;
  #isReported = false;

  constructor() {
    this.#router.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (event instanceof NavigationStart) {
        this.#isUnderWay ||= this.#router.currentNavigation()?.extras.state === this.#state;
      }
      if (!isLastEvent(event)) return;
      if (typeof ngDevMode === 'undefined' || ngDevMode) {
        if (this.#hasLedBack && !this.#isReported && isFailure(event)) {
          this.#isReported = true;
          this.#errorHandler.handleError(guardedSignedOutRoute(this.#url));
        }
      }
      this.#state = null;
      this.#isUnderWay = false;
      this.#hasLedBack = false;
    });
  }

  /**
   * Gives what the guard answers. During a redirect to the signed-out route, and those that follow from it, that is `false`:
   * nothing is shown; or, where routes are being matched, what matches after that.
   */
  from(wantedUrl: string | undefined): GuardResult {
    if (this.#isUnderWay) {
      this.#hasLedBack = true;
      return false;
    }
    this.#state ??= { wantedUrl };
    return new RedirectCommand(this.#router.parseUrl(this.#url), {
      replaceUrl: true,
      state: this.#state,
    });
  }
}

function isFailure(event: unknown): boolean {
  if (event instanceof NavigationError) return true;
  return (
    event instanceof NavigationCancel && event.code === NavigationCancellationCode.GuardRejected
  );
}

/** What the developer is told. Not a method, so that a build for production leaves it out. */
function guardedSignedOutRoute(url: string): Error {
  return new Error(
    `msalLogoutGuard redirects to '${url}', which leads to a route under msalLogoutGuard, so nothing can be shown. ` +
      "Name a route without the guard: provideMsalLogout(…, withSignedOutRoute('/signed-out')).",
  );
}

import type { Signal } from '@angular/core';
import { computed, DestroyRef, ErrorHandler, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import type {
  AccountInfo,
  ClearCacheRequest,
  EndSessionPopupRequest,
  EndSessionRequest,
  InterruptedLogout,
  LogoutResult,
} from 'msal-logout/engine';
import { EventType, InteractionStatus } from 'msal-logout/engine';
import type { Observable } from 'rxjs';
import { MsalBroadcastService } from '../broadcast/msal-broadcast-service';
import { END_SESSION_CLIENT } from '../end-session-client';
import { eager } from './eager';
import { LAST_RESULT } from './last-result';

/** Signs people out, here and on the identity server. */
@Injectable()
export class MsalLogoutService {
  readonly #client = inject(END_SESSION_CLIENT);
  readonly #errorHandler = inject(ErrorHandler);
  readonly #lastResult = inject(LAST_RESULT);
  readonly #broadcast = inject(MsalBroadcastService);
  readonly #interrupted = signal(this.#client.interrupted);
  readonly #status = toSignal(this.#broadcast.inProgress$, { requireSync: true });

  /** Who is signed in. */
  readonly accounts: Signal<readonly AccountInfo[]> = toSignal(this.#broadcast.accounts$, {
    requireSync: true,
  });

  /** Whether anybody is signed in. */
  readonly signedIn: Signal<boolean> = computed(() => this.accounts().length > 0);

  /** Whether a sign-out is running. */
  readonly inProgress: Signal<boolean> = computed(
    () => this.#status() === InteractionStatus.Logout,
  );

  /** How the last sign-out ended, also on the page that a redirect returns to; `null` before there is one. */
  readonly lastResult: Signal<LogoutResult | null> = this.#lastResult.asReadonly();

  /** A sign-out that was cut off before the server had its part; `null` when there is none. */
  readonly interrupted: Signal<InterruptedLogout | null> = this.#interrupted.asReadonly();

  constructor() {
    const remove = this.#client.addInterruptedListener(() =>
      this.#interrupted.set(this.#client.interrupted),
    );
    inject(DestroyRef).onDestroy(remove);
    // A popup may turn out to have come back after its sign-out was given up.
    this.#broadcast
      .on(EventType.SERVER_SIGN_OUT_CONFIRMED)
      .pipe(takeUntilDestroyed())
      .subscribe(({ correlationId }) => this.#lastResult.update(confirmed(correlationId)));
  }

  /**
   * Signs out here, then leaves the page for the provider's end-session endpoint.
   *
   * Starts when it is called, once, with any number of subscribers or none; unsubscribing does not undo it. A
   * second call for the same thing joins the one that runs.
   * @param request whom, and how; everybody when left out
   * @returns emits the result and completes, when the page stays. When the page leaves, nothing is emitted here:
   * {@link lastResult} has it on the page that the browser returns to. Errors with a `MsalLogoutError`, before
   * anything is touched: `configuration_missing`, `interaction_in_progress`, `invalid_redirect_uri`,
   * `invalid_request`, `not_in_browser`, `redirect_in_iframe`; later only `cache_clear_failed`. An error that
   * nobody subscribed to reaches Angular's `ErrorHandler`.
   * @see {@link https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout | RP-Initiated Logout 1.0, section 2}
   */
  logoutRedirect(request?: EndSessionRequest): Observable<LogoutResult> {
    return this.#run(this.#client.logoutRedirect(request));
  }

  /**
   * Signs out here, then ends the session at the provider in a popup. Call it in the click: the popup opens
   * before this returns, which is the only time that browsers let it.
   *
   * Starts when it is called, once, whoever subscribes; unsubscribing does not undo it. A popup that is blocked,
   * closed or late does not undo the sign-out here either. A second call for the same thing joins the first.
   * @param request whom, and how; everybody when left out
   * @returns emits the result once the popup is done, and completes; when a blocked popup goes on by redirect, as
   * {@link logoutRedirect}. Errors with a `MsalLogoutError`, by the codes of {@link logoutRedirect} without
   * `redirect_in_iframe`.
   * @see {@link https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout | RP-Initiated Logout 1.0, section 2}
   */
  logoutPopup(request?: EndSessionPopupRequest): Observable<LogoutResult> {
    return this.#run(this.#client.logoutPopup(request));
  }

  /**
   * Signs out here only. The provider's session lives on: whoever signs in next may not be asked for anything.
   *
   * Starts when it is called, once, whoever subscribes.
   * @param request whom; everybody when left out
   * @returns emits the result, with `skipped` for the server, and completes. Errors with a `MsalLogoutError`, by
   * the codes of {@link logoutRedirect} without `redirect_in_iframe`.
   */
  clearCache(request?: ClearCacheRequest): Observable<LogoutResult> {
    return this.#run(this.#client.clearCache(request));
  }

  /**
   * Finishes the sign-out that {@link interrupted} tells: leaves the page for the provider, with the hint that was
   * kept. Nobody else is signed out. One that was cut off before this browser was clear is finished here, too.
   *
   * Starts when it is called, once, whoever subscribes.
   * @returns as {@link logoutRedirect}. Errors with a `MsalLogoutError`: `no_interrupted_logout` when there is none, and
   * the codes of {@link logoutRedirect}.
   * @see {@link https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout | RP-Initiated Logout 1.0, section 2}
   */
  resume(): Observable<LogoutResult> {
    return this.#run(this.#client.resume());
  }

  /** Forgets the sign-out that {@link interrupted} tells. The server's session may live on. */
  dismiss(): void {
    void this.#client.dismiss();
  }

  #run(logout: Promise<LogoutResult>): Observable<LogoutResult> {
    const remembered = logout.then((result) => {
      this.#lastResult.set(result);
      return result;
    });
    return eager(remembered, (error) => this.#errorHandler.handleError(error));
  }
}

/** Confirms a result if it is the one of that sign-out. */
function confirmed(correlationId: string) {
  return (result: LogoutResult | null): LogoutResult | null => {
    if (result?.correlationId !== correlationId) return result;
    const { accounts, local, state } = result;
    return { correlationId, accounts, local, server: 'confirmed', ...(state && { state }) };
  };
}

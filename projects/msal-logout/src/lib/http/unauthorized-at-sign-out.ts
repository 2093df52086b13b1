import type { HttpErrorResponse } from '@angular/common/http';
import { ErrorHandler, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { EventType, MsalLogoutError } from 'msal-logout/engine';
import { MsalBroadcastService } from '../broadcast/msal-broadcast-service';

/**
 * What a 401 means while somebody signs out, when a task of the application may have revoked the tokens already: the
 * end of the account, and nothing to sign in again for.
 */
@Injectable({ providedIn: 'root' })
export class UnauthorizedAtSignOut {
  readonly #errorHandler = inject(ErrorHandler);
  #correlationId: string | null = null;
  #error: MsalLogoutError | null = null;

  constructor() {
    inject(MsalBroadcastService)
      .on(EventType.LOGOUT_START, EventType.LOGOUT_END)
      .pipe(takeUntilDestroyed())
      .subscribe(({ eventType, correlationId }) => {
        this.#correlationId = eventType === EventType.LOGOUT_START ? correlationId : null;
        this.#error = null;
      });
  }

  /** What to tell whoever made the request; the first time in a sign-out, the `ErrorHandler` is told as well. */
  explain(response: HttpErrorResponse): HttpErrorResponse | MsalLogoutError {
    if (response.status !== 401 || this.#correlationId === null) return response;
    if (!this.#error) {
      const detail = 'A protected resource answered 401.';
      this.#error = new MsalLogoutError('signed_out', this.#correlationId, detail, response);
      this.#errorHandler.handleError(this.#error);
    }
    return this.#error;
  }
}

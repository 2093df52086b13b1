import type { HttpErrorResponse, HttpEvent, HttpInterceptorFn } from '@angular/common/http';
import { HttpContextToken } from '@angular/common/http';
import { isPlatformServer } from '@angular/common';
import { inject, PLATFORM_ID } from '@angular/core';
import { MsalLogoutError } from 'msal-logout/engine';
import type { Observable } from 'rxjs';
import { catchError, from, map, switchMap, takeUntil, throwError } from 'rxjs';
import { MsalBroadcastService } from '../broadcast/msal-broadcast-service';
import { END_SESSION_CLIENT } from '../end-session-client';
import { PROTECTED_RESOURCES } from './protected-resources';
import { UnauthorizedAtSignOut } from './unauthorized-at-sign-out';

/** Set it in a request's context for `msalLogoutInterceptor` to leave the request alone. */
export const SKIP_MSAL_LOGOUT = new HttpContextToken<boolean>(() => false);

/**
 * Sends nothing for somebody who is signed out: while nobody is signed in, a request for a protected resource fails at
 * once with code `signed_out`, and all that are under way when accounts are cleared are aborted, whoever's they are,
 * with the same error. All other requests pass untouched; on a server every request does.
 *
 * A protected resource that answers 401 while a sign-out runs gives that error, too; Angular's `ErrorHandler` is told
 * of it once, however many requests there are. As long as MSAL's `initialize` rejects, and MSAL keeps its cache in memory,
 * requests for protected resources fail with its error.
 *
 * Put it before the interceptor that adds the access token, so that no token is asked for in vain.
 */
export const msalLogoutInterceptor: HttpInterceptorFn = (request, next) => {
  if (request.context.get(SKIP_MSAL_LOGOUT) || !inject(PROTECTED_RESOURCES)(request)) {
    return next(request);
  }
  if (isPlatformServer(inject(PLATFORM_ID))) return next(request);
  const client = inject(END_SESSION_CLIENT);
  const { accountsCleared$ } = inject(MsalBroadcastService);
  const unauthorized = inject(UnauthorizedAtSignOut);
  const cleared$ = accountsCleared$.pipe(
    map(({ correlationId }) => {
      throw signedOut(correlationId);
    }),
  );
  const send = (): Observable<HttpEvent<unknown>> =>
    client.accounts.length > 0
      ? next(request).pipe(
          catchError((response: HttpErrorResponse) =>
            throwError(() => unauthorized.explain(response)),
          ),
          takeUntil(cleared$),
        )
      : throwError(() => signedOut(''));
  return from(client.initialize()).pipe(switchMap(send));
};

function signedOut(correlationId: string): MsalLogoutError {
  return new MsalLogoutError('signed_out', correlationId);
}

import { isPlatformServer } from '@angular/common';
import { inject, PLATFORM_ID } from '@angular/core';
import type { CanActivateFn, CanMatchFn, GuardResult } from '@angular/router';
import { Router } from '@angular/router';
import { END_SESSION_CLIENT } from '../end-session-client';
import { MsalLogoutService } from '../logout/msal-logout-service';
import { AdmittedRoutes } from './admitted-routes';
import { SignedOutRedirect } from './signed-out-redirect';
import { warnOfRendering } from './warn-of-rendering';

/** Set to `false` by Angular's build for production. */
declare const ngDevMode: boolean | object | undefined;

/**
 * Lets in who is signed in; for `canActivate`, `canActivateChild` and `canMatch`.
 *
 * Waits until the cache can be read. Who is not signed in is sent to the route of `withSignedOutRoute`, with the
 * wanted address as `wantedUrl` in the navigation state; while a sign-out runs, nobody gets in. It never starts a
 * sign-in, and on a server it lets everybody pass. A page under this guard is left when the last account is cleared.
 *
 * A guard may call it: in an injection context, and in `canMatch` with the arguments of its own, where there are other
 * routes with `canMatch`. When the signed-out route leads to a route under this guard, the navigation ends there.
 * @throws whatever MSAL's `initialize` rejects with, where MSAL keeps its cache in memory: the navigation fails
 */
export const msalLogoutGuard = async (
  ...[at]: Partial<Parameters<CanActivateFn>> | Partial<Parameters<CanMatchFn>>
): Promise<GuardResult> => {
  if (isPlatformServer(inject(PLATFORM_ID))) {
    if (typeof ngDevMode === 'undefined' || ngDevMode) warnOfRendering(inject(Router));
    return true;
  }
  const logout = inject(MsalLogoutService);
  const redirect = inject(SignedOutRedirect);
  const admit = inject(AdmittedRoutes).begin(at);
  const wantedUrl = inject(Router).currentNavigation()?.extractedUrl.toString();

  await inject(END_SESSION_CLIENT).initialize();
  if (logout.inProgress()) return false;
  if (logout.signedIn()) {
    admit();
    return true;
  }
  return redirect.from(wantedUrl);
};

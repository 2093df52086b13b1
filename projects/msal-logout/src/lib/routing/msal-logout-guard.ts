import { isPlatformServer } from '@angular/common';
import { inject, PLATFORM_ID } from '@angular/core';
import type { GuardResult } from '@angular/router';
import { RedirectCommand, Router } from '@angular/router';
import { END_SESSION_CLIENT } from '../end-session-client';
import { MsalLogoutService } from '../logout/msal-logout-service';
import { SIGNED_OUT_ROUTE } from './signed-out-route';

/**
 * Lets in who is signed in; for `canActivate`, `canActivateChild` and `canMatch`.
 *
 * Waits until the cache can be read. Who is not signed in is sent to the route of `withSignedOutRoute`, with the
 * wanted address as `wantedUrl` in the navigation state; while a sign-out runs, nobody gets in. It never starts a
 * sign-in, and on a server it lets everybody pass. A page under this guard is left when the last account is cleared.
 * @throws whatever MSAL's `initialize` rejects with: the navigation fails
 */
export const msalLogoutGuard = async (): Promise<GuardResult> => {
  if (isPlatformServer(inject(PLATFORM_ID))) return true;
  const router = inject(Router);
  const logout = inject(MsalLogoutService);
  const signedOutRoute = inject(SIGNED_OUT_ROUTE);
  const wantedUrl = router.currentNavigation()?.extractedUrl.toString();

  await inject(END_SESSION_CLIENT).initialize();
  if (logout.inProgress()) return false;
  if (logout.signedIn()) return true;
  return new RedirectCommand(router.parseUrl(signedOutRoute), {
    replaceUrl: true,
    state: { wantedUrl },
  });
};

import { Location } from '@angular/common';
import { inject } from '@angular/core';
import type { ActivatedRouteSnapshot } from '@angular/router';
import { Router } from '@angular/router';
import { filter } from 'rxjs';
import { MsalBroadcastService } from '../broadcast/msal-broadcast-service';
import { msalLogoutGuard } from './msal-logout-guard';
import { SIGNED_OUT_ROUTE } from './signed-out-route';

/**
 * Leaves a page under {@link msalLogoutGuard} as soon as nobody is signed in any more, whoever signed out and in
 * whichever tab. The page does not stay in the history. Does nothing in an application without a router.
 */
export function leaveGuardedPageWhenSignedOut(): void {
  const router = inject(Router, { optional: true });
  if (!router) return;
  const url = inject(SIGNED_OUT_ROUTE);
  const location = inject(Location);
  inject(MsalBroadcastService)
    .accountsCleared$.pipe(filter(({ remaining }) => remaining.length === 0))
    .subscribe(() => void leave(router, url, location));
}

async function leave(router: Router, url: string, location: Location): Promise<void> {
  const goal = router.currentNavigation()?.finalUrl ?? router.currentNavigation()?.extractedUrl;
  const wantedUrl = (goal ?? router.routerState.snapshot.url).toString();
  if (!isGuarded(router.routerState.snapshot.root) && !goal) return;
  const left = await router.navigateByUrl(url, { replaceUrl: true, state: { wantedUrl } });
  // A component that does not want to be left is left all the same: what it shows is of somebody who is gone.
  if (!left && isGuarded(router.routerState.snapshot.root)) {
    window.location.replace(location.prepareExternalUrl(url));
  }
}

function isGuarded({ routeConfig, children }: ActivatedRouteSnapshot): boolean {
  const { canActivate = [], canActivateChild = [], canMatch = [] } = routeConfig ?? {};
  return (
    [...canActivate, ...canActivateChild, ...canMatch].includes(msalLogoutGuard) ||
    children.some(isGuarded)
  );
}

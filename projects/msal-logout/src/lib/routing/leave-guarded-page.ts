import { Location } from '@angular/common';
import { inject } from '@angular/core';
import type { ActivatedRouteSnapshot } from '@angular/router';
import { NavigationCancel, NavigationEnd, NavigationError, Router } from '@angular/router';
import { InteractionStatus } from 'msal-logout/engine';
import { filter, firstValueFrom } from 'rxjs';
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
  const { accountsCleared$, inProgress$ } = inject(MsalBroadcastService);

  const leave = async (): Promise<void> => {
    // A navigation under way may have passed the guard already.
    if (!isOnGuardedPage(router)) await atRest(router);
    if (!isOnGuardedPage(router)) return;
    const state = { wantedUrl: router.url };
    await router.navigateByUrl(url, { replaceUrl: true, state });
    await atRest(router);
    if (!isOnGuardedPage(router)) return;
    // A component that does not want to be left is left all the same: what it shows is of somebody who is gone.
    // Not before the sign-out is over, or this would cut off its way to the provider.
    await firstValueFrom(inProgress$.pipe(filter((status) => status === InteractionStatus.None)));
    // In two steps, because an address that is another in its fragment only would load nothing.
    location.replaceState(url, '', state);
    window.location.reload();
  };
  accountsCleared$
    .pipe(filter(({ remaining }) => remaining.length === 0))
    .subscribe(() => void leave());
}

/** Resolves when no navigation is under way; one that was superseded is followed by another. */
async function atRest(router: Router): Promise<void> {
  while (router.currentNavigation()) {
    await firstValueFrom(router.events.pipe(filter(isLast)));
    await new Promise((resolve) => setTimeout(resolve));
  }
}

function isLast(event: unknown): boolean {
  return [NavigationEnd, NavigationCancel, NavigationError].some((type) => event instanceof type);
}

function isOnGuardedPage(router: Router): boolean {
  return isGuarded(router.routerState.snapshot.root);
}

function isGuarded({ routeConfig, children }: ActivatedRouteSnapshot): boolean {
  const { canActivate = [], canActivateChild = [], canMatch = [] } = routeConfig ?? {};
  return (
    [...canActivate, ...canActivateChild, ...canMatch].includes(msalLogoutGuard) ||
    children.some(isGuarded)
  );
}

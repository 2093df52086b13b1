import { Location } from '@angular/common';
import { ErrorHandler, inject } from '@angular/core';
import { Router } from '@angular/router';
import { InteractionStatus } from 'msal-logout/engine';
import { filter, firstValueFrom, from, race, timer } from 'rxjs';
import { MsalBroadcastService } from '../broadcast/msal-broadcast-service';
import { AdmittedRoutes } from './admitted-routes';
import { isLastEvent } from './is-last-event';
import { SIGNED_OUT_ROUTE } from './signed-out-route';

/** How long, in milliseconds, the signed-out route may take to be loaded. */
const LOAD_LIMIT = 3_000;

/**
 * Leaves a page under `msalLogoutGuard` as soon as nobody is signed in any more, whoever signed out and in
 * whichever tab; and does not come to one that a navigation is on its way to. The page does not stay in the history.
 * Does nothing in an application without a router.
 */
export function leaveGuardedPageWhenSignedOut(): void {
  const router = inject(Router, { optional: true });
  if (!router) return;
  const url = inject(SIGNED_OUT_ROUTE);
  const location = inject(Location);
  const errorHandler = inject(ErrorHandler);
  const admitted = inject(AdmittedRoutes);
  const { accountsCleared$, inProgress$ } = inject(MsalBroadcastService);

  /** Goes to the signed-out route. Never rejects: its chunk may be missing after a deployment, or the browser offline. */
  const navigate = async (replaceUrl: boolean, wantedUrl: string): Promise<void> => {
    await router
      .navigateByUrl(url, { replaceUrl, state: { wantedUrl } })
      .catch((error: unknown) => errorHandler.handleError(error));
    await atRest(router);
  };

  const leave = async (): Promise<void> => {
    const underWay = router.currentNavigation();
    if (underWay && !admitted.isOnGuardedPage() && admitted.isOnTheWayToOne()) {
      const wantedUrl = underWay.extractedUrl.toString();
      // The address of the page that is shown stays in the history, unless the browser has left it already.
      const isLeft = location.isCurrentPathEqualTo(wantedUrl);
      await navigate(isLeft || underWay.extras.replaceUrl === true, wantedUrl);
      return;
    }
    // The guard may have been asked and not have answered.
    if (!admitted.isOnGuardedPage()) await atRest(router);
    if (!admitted.isOnGuardedPage()) return;
    const wantedUrl = router.url;
    await firstValueFrom(race(from(navigate(true, wantedUrl)), timer(LOAD_LIMIT)));
    if (!admitted.isOnGuardedPage()) return;
    // The signed-out route cannot be loaded, or a component does not want to be left: the page is left all the same,
    // for what it shows is of somebody who is gone.
    // Not before the sign-out is over, or this would cut off its way to the provider.
    await firstValueFrom(inProgress$.pipe(filter((status) => status === InteractionStatus.None)));
    // In two steps, because an address that is another in its fragment only would load nothing.
    location.replaceState(url, '', { wantedUrl });
    window.location.reload();
  };
  accountsCleared$
    .pipe(filter(({ remaining }) => remaining.length === 0))
    .subscribe(() => void leave());
}

/** Resolves when no navigation is under way; one that was superseded is followed by another. */
async function atRest(router: Router): Promise<void> {
  while (router.currentNavigation()) {
    await firstValueFrom(router.events.pipe(filter(isLastEvent)));
    await new Promise((resolve) => setTimeout(resolve));
  }
}

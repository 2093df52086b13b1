import type { EnvironmentProviders } from '@angular/core';
import { inject, provideEnvironmentInitializer } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import type { MsalLogoutEvent } from 'msal-logout';
import { MsalBroadcastService, MsalLogoutService } from 'msal-logout';

/** A page that the router has come to. */
export interface Arrival {
  readonly url: string;
  /** By the clock that all tabs have. */
  readonly at: number;
  readonly wantedUrl: unknown;
}

declare global {
  interface Window {
    router: Router;
    logout: MsalLogoutService;
    /** Where the router has been on this page, and when. */
    arrivals?: Arrival[];
    /** What the library has told on this page. */
    logoutEvents: MsalLogoutEvent[];
    /** Set by a test at every `pageshow`. */
    isFromBackForwardCache?: boolean;
  }
}

/** Keeps what the tests want to know in the window. */
export function provideRecording(): EnvironmentProviders {
  return provideEnvironmentInitializer(() => {
    const router = inject(Router);
    const arrivals: Arrival[] = [];
    const logoutEvents: MsalLogoutEvent[] = [];
    Object.assign(window, { router, logout: inject(MsalLogoutService), arrivals, logoutEvents });
    router.events.subscribe((event) => {
      if (!(event instanceof NavigationEnd)) return;
      const wantedUrl = router.currentNavigation()?.extras.state?.['wantedUrl'] as unknown;
      arrivals.push({ url: router.url, at: Date.now(), wantedUrl });
    });
    inject(MsalBroadcastService).events$.subscribe((event) => logoutEvents.push(event));
  });
}

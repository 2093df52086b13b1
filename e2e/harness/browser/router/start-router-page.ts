// An application with routes of every kind under the guard, on whichever MSAL.
import { APP_BASE_HREF } from '@angular/common';
import type { EnvironmentProviders } from '@angular/core';
import {
  inject,
  provideEnvironmentInitializer,
  provideZoneChangeDetection,
  provideZonelessChangeDetection,
} from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { NavigationEnd, provideRouter, Router, withHashLocation } from '@angular/router';
import type { MsalLogoutEvent } from 'msal-logout';
import {
  MsalBroadcastService,
  MsalLogoutService,
  provideMsalLogout,
  withSignedOutRoute,
} from 'msal-logout';
import type { Msal, ProviderConfiguration } from '../msal';
import { providerConfiguration } from '../msal';
import { App } from './app';
import { ROUTES, SLOW_MAIL } from './routes';

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
    /** When the last sign-out was started. */
    signOutAt: number;
    /** Lets the router come to `slow`. */
    deliverSlowMail: () => void;
    /** Set by a test at every `pageshow`. */
    isFromBackForwardCache?: boolean;
    /** Set where zone.js is there. */
    Zone?: unknown;
  }
}

/** Starts the application at the path of the page, `/router/v5/` for example, and says when it is ready. */
export async function startRouterPage(
  createMsal: (provider: ProviderConfiguration) => Msal,
): Promise<void> {
  const base = location.pathname.split('/').slice(0, 3).join('/');
  const provider = await providerConfiguration();
  const msal = createMsal({ ...provider, postLogoutRedirectUri: `${base}/signed-out` });
  Object.assign(window, { msal });
  const slowMail = new Promise<void>((resolve) => (window.deliverSlowMail = resolve));

  document.body.append(document.createElement('app-root'));
  await bootstrapApplication(App, {
    providers: [
      window.Zone ? provideZoneChangeDetection() : provideZonelessChangeDetection(),
      provideRouter(
        ROUTES,
        ...(window.harnessOptions.routing === 'hash' ? [withHashLocation()] : []),
      ),
      provideMsalLogout(msal, withSignedOutRoute('/signed-out')),
      provideRecording(),
      { provide: APP_BASE_HREF, useValue: `${base}/` },
      { provide: SLOW_MAIL, useValue: slowMail },
    ],
  });
  document.documentElement.dataset['ready'] = 'true';
}

/** Keeps what the tests want to know in the window. */
function provideRecording(): EnvironmentProviders {
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

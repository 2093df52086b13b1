// An application with routes of every kind under the guard, on whichever MSAL.
import { APP_BASE_HREF } from '@angular/common';
import { provideZoneChangeDetection, provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, withHashLocation } from '@angular/router';
import { provideMsalLogout, withInterruptedLogout, withSignedOutRoute } from 'msal-logout';
import type { Msal, ProviderConfiguration } from '../msal';
import { providerConfiguration } from '../msal';
import { App } from './app';
import { provideRecording } from './recording';
import { ROUTES, SLOW_MAIL } from './routes';

declare global {
  interface Window {
    /** Lets the router come to `slow`. */
    deliverSlowMail: () => void;
    /** Set where zone.js is there. */
    Zone?: unknown;
  }
}

/** Starts the application at the path of the page, `/router/v5/` for example, and says when it is ready. */
export async function startRouterPage(
  createMsal: (provider: ProviderConfiguration) => Msal,
): Promise<void> {
  const { routing, signedOutRoute = '/signed-out' } = window.harnessOptions;
  const base = location.pathname.split('/').slice(0, 3).join('/');
  const provider = await providerConfiguration();
  const msal = createMsal({ ...provider, postLogoutRedirectUri: `${base}/signed-out` });
  Object.assign(window, { msal });
  const slowMail = new Promise<void>((resolve) => (window.deliverSlowMail = resolve));

  document.body.append(document.createElement('app-root'));
  await bootstrapApplication(App, {
    providers: [
      window.Zone ? provideZoneChangeDetection() : provideZonelessChangeDetection(),
      provideRouter(ROUTES, ...(routing === 'hash' ? [withHashLocation()] : [])),
      provideMsalLogout(
        msal,
        withSignedOutRoute(signedOutRoute),
        withInterruptedLogout({ resume: window.harnessOptions.resume ?? 'ask' }),
      ),
      provideRecording(),
      { provide: APP_BASE_HREF, useValue: `${base}/` },
      { provide: SLOW_MAIL, useValue: slowMail },
    ],
  });
  document.documentElement.dataset['ready'] = 'true';
}

import { APP_BASE_HREF } from '@angular/common';
import type { ApplicationConfig } from '@angular/core';
import { provideZonelessChangeDetection } from '@angular/core';
import { provideClientHydration } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { provideMsalLogout, withSignedOutRoute } from 'msal-logout';
import type { MsalInstance } from 'msal-logout/engine';
import { ROUTES, SLOW_MAIL } from '../browser/router/routes';

/** What the application has on the server and in the browser alike. */
export function renderedApp(source: () => MsalInstance): ApplicationConfig {
  return {
    providers: [
      provideZonelessChangeDetection(),
      provideRouter(ROUTES),
      provideClientHydration(),
      provideMsalLogout(source, withSignedOutRoute('/signed-out')),
      { provide: APP_BASE_HREF, useValue: '/rendered/v5/' },
      { provide: SLOW_MAIL, useValue: Promise.resolve() },
    ],
  };
}

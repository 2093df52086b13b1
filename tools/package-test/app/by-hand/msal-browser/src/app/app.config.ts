import { ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import { provideRouter } from '@angular/router';
import { provideMsalLogout } from 'msal-logout';
import { routes } from './app.routes';
import { msalInstance } from './msal-instance';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(routes),
    provideMsalLogout(msalInstance),
  ],
};

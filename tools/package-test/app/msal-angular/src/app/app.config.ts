import { ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import { provideRouter } from '@angular/router';
import { MSAL_INSTANCE, MsalBroadcastService, MsalService } from '@azure/msal-angular';
import { routes } from './app.routes';
import { msalInstance } from './msal-instance';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(routes),
    { provide: MSAL_INSTANCE, useValue: msalInstance },
    MsalService,
    MsalBroadcastService,
  ],
};

import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ApplicationConfig, provideBrowserGlobalErrorListeners } from '@angular/core';
import { provideRouter } from '@angular/router';
import type { IPublicClientApplication } from '@azure/msal-browser';
import {
  msalLogoutInterceptor,
  provideMsalLogout,
  withProtectedResources,
  withSignedOutRoute,
} from 'msal-logout';

import type { IdentityProvider } from '../identity-provider';
import { routes } from './app.routes';
import { provideIcons } from './icons/provide-icons';
import { cancelledRequestsInterceptor } from './requests/cancelled-requests-interceptor';
import { accessTokenInterceptor } from './sign-in/access-token-interceptor';
import { API } from './sign-in/api';
import { MSAL_INSTANCE } from './sign-in/msal-instance';
import { SIGN_IN_FAILURE } from './sign-in/sign-in';

/** What is known before Angular starts. */
export interface AppSetup {
  readonly identityProvider: IdentityProvider;
  /** Initialized, and past a redirect that has come back. */
  readonly msal: IPublicClientApplication;
  /** Why the sign-in that has just come back failed, if one did. */
  readonly signInFailure: Error | null;
}

/** The providers of the app. */
export function appConfig({ identityProvider, msal, signInFailure }: AppSetup): ApplicationConfig {
  return {
    providers: [
      provideBrowserGlobalErrorListeners(),
      provideRouter(routes),
      provideHttpClient(
        withInterceptors([
          cancelledRequestsInterceptor,
          msalLogoutInterceptor,
          accessTokenInterceptor,
        ]),
      ),
      provideMsalLogout(
        msal,
        withSignedOutRoute('/signed-out'),
        withProtectedResources([identityProvider.api.url]),
      ),
      { provide: MSAL_INSTANCE, useValue: msal },
      { provide: API, useValue: identityProvider.api },
      { provide: SIGN_IN_FAILURE, useValue: signInFailure },
      provideIcons(),
    ],
  };
}

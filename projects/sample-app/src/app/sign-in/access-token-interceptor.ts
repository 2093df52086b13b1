import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { SKIP_MSAL_LOGOUT } from 'msal-logout';
import { from, switchMap } from 'rxjs';

import { ActiveAccount } from '../accounts/active-account';
import { API } from './api';
import { MSAL_INSTANCE } from './msal-instance';

/**
 * Adds the active account's access token to requests to the API, and to nothing else; a request that no sign-out
 * concerns concerns no account either.
 *
 * Without a token nothing is sent; the request fails with MSAL's error.
 */
export const accessTokenInterceptor: HttpInterceptorFn = (request, next) => {
  const api = inject(API);
  if (request.context.get(SKIP_MSAL_LOGOUT) || !request.url.startsWith(`${api.url}/`))
    return next(request);

  const account = inject(ActiveAccount).current();
  const token = inject(MSAL_INSTANCE).acquireTokenSilent({
    scopes: [...api.scopes],
    ...(account && { account }),
  });
  return from(token).pipe(
    switchMap(({ accessToken }) =>
      next(request.clone({ setHeaders: { Authorization: `Bearer ${accessToken}` } })),
    ),
  );
};

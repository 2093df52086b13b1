import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { isMsalLogoutError } from 'msal-logout';
import { tap } from 'rxjs';

import { CancelledRequests } from './cancelled-requests';

/** Notes each request that a sign-out cancels. Put it before `msalLogoutInterceptor`, whose errors it looks at. */
export const cancelledRequestsInterceptor: HttpInterceptorFn = (request, next) => {
  const cancelled = inject(CancelledRequests);
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        // Without a sign-out to name, nobody was signed in to begin with: nothing was under way.
        if (!isMsalLogoutError(error, 'signed_out') || error.correlationId === '') return;
        const { pathname } = new URL(request.url, document.baseURI);
        cancelled.add({ method: request.method, path: pathname });
      },
    }),
  );
};

import type { HttpRequest } from '@angular/common/http';
import { InjectionToken } from '@angular/core';
import type { MsalLogoutFeature } from '../msal-logout-feature';
import { feature } from '../msal-logout-feature';

/** Tells whether a request is one that only makes sense for somebody who is signed in. */
export type ProtectedResources = (request: HttpRequest<unknown>) => boolean;

/** Without patterns: every request that carries credentials in its `Authorization` header. */
export const PROTECTED_RESOURCES = new InjectionToken<ProtectedResources>('PROTECTED_RESOURCES', {
  providedIn: 'root',
  factory: () => hasAuthorization,
});

/**
 * Names the requests that `msalLogoutInterceptor` looks after, besides those that carry an `Authorization` header.
 * @param patterns the beginning of a URL, or an expression that its whole text is tried against
 */
export function withProtectedResources(
  patterns: readonly (string | RegExp)[],
): MsalLogoutFeature<'withProtectedResources'> {
  const matches: ProtectedResources = (request) =>
    hasAuthorization(request) ||
    patterns.some((pattern) =>
      typeof pattern === 'string'
        ? request.url.startsWith(pattern)
        : request.url.search(pattern) >= 0,
    );
  return feature('withProtectedResources', [{ provide: PROTECTED_RESOURCES, useValue: matches }]);
}

function hasAuthorization({ headers }: HttpRequest<unknown>): boolean {
  return headers.has('Authorization');
}

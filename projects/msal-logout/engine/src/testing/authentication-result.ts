import type { AuthenticationResult } from '@azure/msal-browser';
import type { AccountInfo } from '../cache/account-info';

/** What MSAL gives an application in which somebody signs in or acquires a token: for `hydrateCache`. */
export function authenticationResult(
  person: AccountInfo,
  idTokenClaims: object = claimsOf(person),
): AuthenticationResult {
  const { environment, tenantId, localAccountId, username } = person;
  const profile = { localAccountId, tenantId, username, isHomeTenant: true };
  return {
    authority: `https://${environment}/${tenantId}`,
    uniqueId: localAccountId,
    tenantId,
    scopes: ['openid'],
    account: { ...person, tenantProfiles: new Map([[tenantId, profile]]) },
    idToken: `${[{ alg: 'none' }, idTokenClaims].map(base64Url).join('.')}.s`,
    idTokenClaims,
    accessToken: 'access token',
    fromCache: false,
    expiresOn: new Date(4_102_444_800_000),
    tokenType: 'Bearer',
    correlationId: 'c-1',
  };
}

function claimsOf({ localAccountId, tenantId }: AccountInfo): object {
  return { sub: localAccountId, oid: localAccountId, tid: tenantId };
}

function base64Url(value: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

import type { AuthenticationResult } from '@azure/msal-browser';

/** A time that does not come. */
const IN_2100 = 4_102_444_800;

export interface TokenOptions {
  /** Whose provider they are of: its host names the account. */
  readonly authority: string;
  readonly scopes?: readonly string[];
}

/** What MSAL gets when `person` signs in, for its `hydrateCache` to file as if it had. */
export function tokensOf(
  person: string,
  { authority, scopes = ['openid'] }: TokenOptions,
): AuthenticationResult {
  const environment = new URL(authority).host;
  const claims = { sub: person, preferred_username: `${person}@mail.example`, exp: IN_2100 };
  return {
    authority,
    uniqueId: person,
    tenantId: '',
    scopes: [...scopes],
    account: {
      homeAccountId: person,
      environment,
      tenantId: '',
      localAccountId: person,
      username: `${person}@mail.example`,
      idTokenClaims: claims,
    },
    idToken: [{ alg: 'none' }, claims].map(base64Url).join('.') + '.',
    idTokenClaims: claims,
    accessToken: `access token of ${person} for ${scopes.join(' ')}`,
    fromCache: false,
    expiresOn: new Date(IN_2100 * 1000),
    tokenType: 'Bearer',
    correlationId: 'sign-in',
  };
}

function base64Url(value: object): string {
  return btoa(JSON.stringify(value)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

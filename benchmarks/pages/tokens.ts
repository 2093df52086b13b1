import type { AuthenticationResult } from '@azure/msal-browser';
import { TENANT } from './configuration';

/** A time that does not come. */
const IN_2100 = 4_102_444_800;

/** What MSAL gets when the person whose object id this is signs in at Microsoft. */
export function tokensOf(person: string): AuthenticationResult {
  // The name that MSAL files all of this cloud's accounts under.
  const environment = 'login.windows.net';
  const username = `${person}@mail.example`;
  const claims = {
    oid: person,
    tid: TENANT,
    preferred_username: username,
    login_hint: person,
    exp: IN_2100,
  };
  return {
    authority: `https://login.microsoftonline.com/${TENANT}`,
    uniqueId: person,
    tenantId: TENANT,
    scopes: ['inbox.read'],
    account: {
      homeAccountId: `${person}.${TENANT}`,
      environment,
      tenantId: TENANT,
      localAccountId: person,
      username,
      idTokenClaims: claims,
    },
    idToken: [{ alg: 'none' }, claims].map(base64Url).join('.') + '.',
    idTokenClaims: claims,
    // Real ones are longer; 4,000 of those would not fit into a Web Storage.
    accessToken: 'access token',
    fromCache: false,
    expiresOn: new Date(IN_2100 * 1000),
    tokenType: 'Bearer',
    correlationId: 'sign-in',
  };
}

function base64Url(value: object): string {
  return btoa(JSON.stringify(value)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

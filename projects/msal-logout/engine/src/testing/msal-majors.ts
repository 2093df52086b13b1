import { PublicClientApplication as Msal5 } from '@azure/msal-browser';
import { PublicClientApplication as Msal3 } from 'msal-browser-3';
import { PublicClientApplication as Msal4 } from 'msal-browser-4';
import type { SchemaName, StoredPerson } from './msal-storage';

export const CLIENT_ID = 'c1c1c1c1-0000-4000-8000-000000000001';
export const OTHER_CLIENT_ID = 'c2c2c2c2-0000-4000-8000-000000000002';
export const TENANT = '7e7e7e7e-0000-4000-8000-0000000000aa';

/** What an application configures MSAL with, of any major. */
export function msalConfiguration(
  cacheLocation: 'localStorage' | 'sessionStorage' | 'memoryStorage' = 'sessionStorage',
  clientId = CLIENT_ID,
) {
  return {
    auth: { clientId, authority: `https://login.microsoftonline.com/${TENANT}` },
    cache: { cacheLocation },
  };
}

export type MsalConfiguration = ReturnType<typeof msalConfiguration>;

/** The majors of MSAL, each with the layout that its newest version writes. */
export const MAJORS = [
  ['MSAL 3', 'schema 0 (3.x, 4.0)', (it: MsalConfiguration) => new Msal3(it)],
  ['MSAL 4', 'schema 2 (4.26)', (it: MsalConfiguration) => new Msal4(it)],
  ['MSAL 5', 'schema 3 (5.8)', (it: MsalConfiguration) => new Msal5(it)],
] as const satisfies readonly (readonly [
  name: string,
  schema: SchemaName,
  create: (configuration: MsalConfiguration) => unknown,
])[];

/** Somebody with an account of Microsoft's. */
export function entraPerson(localAccountId: string, objectId = localAccountId): StoredPerson {
  return {
    homeAccountId: `${objectId}.${TENANT}`,
    environment: 'login.windows.net',
    tenantId: TENANT,
    localAccountId,
    username: `${objectId}@mail.example`,
  };
}

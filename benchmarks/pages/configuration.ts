import type { CacheLocation } from './offer';

export const CLIENT_ID = 'c1c1c1c1-0000-4000-8000-000000000001';
export const TENANT = '7e7e7e7e-0000-4000-8000-0000000000aa';

/** What an application of Microsoft's cloud configures MSAL with. Its navigation only notes when it begins. */
export function configuration(cacheLocation: CacheLocation | 'memoryStorage') {
  return {
    auth: {
      clientId: CLIENT_ID,
      authority: `https://login.microsoftonline.com/${TENANT}`,
      postLogoutRedirectUri: '/',
    },
    cache: { cacheLocation },
    system: {
      navigationClient: {
        navigateInternal: () => Promise.resolve(false),
        navigateExternal: (): Promise<boolean> => {
          window.leftAt = performance.now();
          return new Promise(() => undefined);
        },
      },
    },
  };
}

/** The account among `accounts` of the person whose id this is; for nobody, none. */
export function accountOf<T extends { localAccountId: string }>(
  accounts: readonly T[],
  person: string | undefined,
): T | null {
  return accounts.find(({ localAccountId }) => localAccountId === person) ?? null;
}

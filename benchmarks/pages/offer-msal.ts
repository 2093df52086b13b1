import type { AccountInfo, AuthenticationResult } from '@azure/msal-browser';
import { accountOf, configuration } from './configuration';
import { offer } from './offer';
import { tokensOf } from './tokens';

/** What is used of MSAL, of either major. */
interface Msal {
  initialize(): Promise<void>;
  getAllAccounts(): AccountInfo[];
  clearCache(request: { account: AccountInfo } | undefined): Promise<void>;
  logoutRedirect(): Promise<void>;
  logoutPopup(): Promise<void>;
  hydrateCache(result: AuthenticationResult, request: { scopes: string[] }): Promise<void>;
}

declare global {
  interface Window {
    /** Has MSAL file the tokens of a person who signs in. */
    signIn: (person: string) => Promise<void>;
  }
}

/** MSAL by itself. */
export function offerMsal(createMsal: (options: ReturnType<typeof configuration>) => Msal): void {
  let msal: Msal;
  window.signIn = (person) => msal.hydrateCache(tokensOf(person), { scopes: ['openid'] });
  offer({
    async start(cacheLocation) {
      msal = createMsal(configuration(cacheLocation));
      await msal.initialize();
    },
    clearCache(person) {
      const account = accountOf(msal.getAllAccounts(), person);
      return msal.clearCache(account ? { account } : undefined);
    },
    logoutRedirect: () => msal.logoutRedirect(),
    logoutPopup: () => msal.logoutPopup(),
  });
}

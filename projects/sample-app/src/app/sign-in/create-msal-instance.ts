import { PublicClientApplication, type IPublicClientApplication } from '@azure/msal-browser';

import type { IdentityProvider } from '../../identity-provider';

/** MSAL for `provider`, initialized. */
export async function createMsalInstance(
  provider: IdentityProvider,
  discoveryDocument: string,
): Promise<IPublicClientApplication> {
  const msal = new PublicClientApplication({
    auth: {
      clientId: provider.clientId,
      authority: provider.authority,
      knownAuthorities: [...provider.knownAuthorities],
      authorityMetadata: discoveryDocument,
      redirectUri: '/redirect',
      postLogoutRedirectUri: '/signed-out',
    },
    cache: { cacheLocation: 'localStorage' },
    system: { protocolMode: provider.protocolMode },
  });
  await msal.initialize();
  return msal;
}

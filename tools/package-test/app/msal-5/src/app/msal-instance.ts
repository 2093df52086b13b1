import { ProtocolMode, PublicClientApplication } from '@azure/msal-browser';
import { identityProvider } from './identity-provider';

export const msalInstance = new PublicClientApplication({
  auth: {
    ...identityProvider,
    redirectUri: '/redirect.html',
  },
  cache: { cacheLocation: 'localStorage' },
  system: { protocolMode: ProtocolMode.OIDC },
});

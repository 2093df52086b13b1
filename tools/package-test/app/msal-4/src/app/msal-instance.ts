import { ProtocolMode, PublicClientApplication } from '@azure/msal-browser';
import { identityProvider } from './identity-provider';

export const msalInstance = new PublicClientApplication({
  auth: {
    ...identityProvider,
    protocolMode: ProtocolMode.OIDC,
    redirectUri: '/',
  },
  cache: { cacheLocation: 'localStorage' },
});

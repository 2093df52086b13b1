import { PublicClientApplication } from '@azure/msal-browser';
import { startMsalPage } from './start-msal-page';

await startMsalPage(
  (provider) =>
    new PublicClientApplication({
      auth: { ...provider, redirectUri: '/v5/redirect' },
      cache: window.harnessOptions,
      system: { protocolMode: 'OIDC' },
    }),
);

import { PublicClientApplication } from 'msal-browser-4';
import { startMsalPage } from './start-msal-page';

await startMsalPage(
  (provider) =>
    new PublicClientApplication({
      auth: { ...provider, protocolMode: 'OIDC', redirectUri: '/v4/' },
      cache: window.harnessOptions,
    }),
);

import { PublicClientApplication } from 'msal-browser-3';
import { startMsalPage } from './start-msal-page';

await startMsalPage(
  (provider) =>
    new PublicClientApplication({
      auth: { ...provider, protocolMode: 'OIDC', redirectUri: '/v3/' },
      cache: window.harnessOptions,
    }),
);

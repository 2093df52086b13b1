import { completeLogout, createEndSessionClient } from 'msal-logout/engine';
import { clientOptions } from './client-options';
import { providerConfiguration } from './msal';
import { startPage } from './start-page';

// No MSAL here: the engine works on what a page with MSAL has left in the storages.
const logoutReturn = await completeLogout();
await startPage(
  createEndSessionClient(
    {
      auth: await providerConfiguration(),
      cache: window.harnessOptions,
      system: { protocolMode: 'OIDC' },
    },
    clientOptions(),
  ),
  logoutReturn,
);

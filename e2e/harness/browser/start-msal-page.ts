import { completeLogout, createEndSessionClient } from 'msal-logout/engine';
import { clientOptions } from './client-options';
import type { Msal, ProviderConfiguration } from './msal';
import { providerConfiguration } from './msal';
import { startPage } from './start-page';

/** Starts a page with the MSAL that `createMsal` makes, as the documentation tells applications to. */
export async function startMsalPage(
  createMsal: (provider: ProviderConfiguration) => Msal,
): Promise<void> {
  const logoutReturn = await completeLogout();
  const msal = createMsal(await providerConfiguration());
  window.msalCreated?.(msal);
  await msal.initialize();
  await msal.handleRedirectPromise();
  Object.assign(window, { msal });
  await startPage(createEndSessionClient(msal, clientOptions()), logoutReturn);
}

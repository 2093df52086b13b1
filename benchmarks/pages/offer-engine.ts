import type { EndSessionClient, EndSessionConfiguration, MsalInstance } from 'msal-logout/engine';
import { createEndSessionClient } from 'msal-logout/engine';
import { accountOf, configuration } from './configuration';
import { offer } from './offer';

/** This library, on whatever is made of the configuration. */
export function offerEngine(
  createSource: (
    options: ReturnType<typeof configuration>,
  ) => MsalInstance | EndSessionConfiguration,
): void {
  let client: EndSessionClient;
  offer({
    async start(cacheLocation) {
      client = createEndSessionClient(createSource(configuration(cacheLocation)));
      await client.initialize();
    },
    clearCache: (person) => client.clearCache({ account: accountOf(client.accounts, person) }),
    logoutRedirect: () => client.logoutRedirect(),
    logoutPopup: () => client.logoutPopup(),
  });
}

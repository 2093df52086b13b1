import { PublicClientApplication } from '@azure/msal-browser';
import type { Msal, ProviderConfiguration } from './msal';
import { FRAME_TIMEOUT, loggerOptions } from './msal';

/** MSAL 5 as a page configures it; its sign-ins return to the page of MSAL's redirect bridge. */
export function createMsal(provider: ProviderConfiguration): Msal {
  return new PublicClientApplication({
    auth: { ...provider, redirectUri: '/v5/redirect' },
    cache: window.harnessOptions,
    system: { protocolMode: 'OIDC', loggerOptions, iframeBridgeTimeout: FRAME_TIMEOUT },
  });
}

import { PublicClientApplication } from 'msal-browser-3';
import type { Msal, ProviderConfiguration } from './msal';
import { FRAME_TIMEOUT, loggerOptions } from './msal';

/** MSAL 3 as a page configures it that sign-ins return to. */
export function createMsal(provider: ProviderConfiguration, redirectUri: string): Msal {
  return new PublicClientApplication({
    auth: { ...provider, protocolMode: 'OIDC', redirectUri },
    cache: window.harnessOptions,
    system: { loggerOptions, iframeHashTimeout: FRAME_TIMEOUT },
  });
}

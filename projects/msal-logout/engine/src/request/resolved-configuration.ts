import { BrowserNavigation } from '../interaction/browser-navigation';
import type { NavigationClient } from '../interaction/navigation-client';
import { Logger } from '../logger';
import type { EndSessionConfiguration } from './end-session-configuration';

/** An {@link EndSessionConfiguration} with every default filled in. */
export interface ResolvedConfiguration {
  readonly clientId: string;
  readonly authority: string;
  readonly authorityMetadata: string | undefined;
  readonly protocolMode: string;
  readonly postLogoutRedirectUri: string | null | undefined;
  readonly onRedirectNavigate: ((url: string) => boolean | void) | undefined;
  readonly navigationClient: NavigationClient;
  readonly redirectNavigationTimeout: number;
  readonly allowRedirectInIframe: boolean;
  /** Whether a popup opens blank, in the click, or later with the address. */
  readonly navigatePopups: boolean;
  readonly popupTimeout: number;
  readonly signOutTaskTimeout: number;
  readonly cacheLocation: string;
  /** Whether a request with an unknown field is refused; otherwise it is only logged. */
  readonly strictRequests: boolean;
  readonly temporaryCacheLocation: string;
  readonly logger: Logger;
}

/** Fills in MSAL's defaults. */
export function resolveConfiguration({
  auth,
  cache = {},
  system = {},
}: EndSessionConfiguration): ResolvedConfiguration {
  return {
    clientId: auth.clientId,
    authority: authorityOf(auth),
    authorityMetadata: auth.authorityMetadata,
    protocolMode: system.protocolMode ?? auth.protocolMode ?? 'AAD',
    postLogoutRedirectUri: auth.postLogoutRedirectUri,
    onRedirectNavigate: auth.onRedirectNavigate,
    navigationClient: system.navigationClient ?? new BrowserNavigation(),
    redirectNavigationTimeout: system.redirectNavigationTimeout ?? 30_000,
    allowRedirectInIframe: system.allowRedirectInIframe ?? false,
    navigatePopups: system.navigatePopups ?? !(system.asyncPopups ?? false),
    popupTimeout: system.popupBridgeTimeout ?? system.windowHashTimeout ?? 60_000,
    signOutTaskTimeout: system.signOutTaskTimeout ?? 3_000,
    cacheLocation: cache.cacheLocation ?? 'sessionStorage',
    strictRequests: false,
    temporaryCacheLocation: cache.temporaryCacheLocation ?? 'sessionStorage',
    logger: new Logger(system.loggerOptions ?? {}),
  };
}

/** A chosen cloud goes before the authority, as with MSAL. */
function authorityOf({ authority, azureCloudOptions }: EndSessionConfiguration['auth']): string {
  const { azureCloudInstance = 'none', tenant } = azureCloudOptions ?? {};
  if (azureCloudInstance !== 'none') return `${azureCloudInstance}/${tenant || 'common'}`;
  return authority || 'https://login.microsoftonline.com/common';
}

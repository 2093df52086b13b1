import type { AuthenticationResult } from '@azure/msal-browser';
import type { AccountInfo, MsalInstance } from 'msal-logout/engine';

interface TokenRequest {
  readonly scopes: string[];
  readonly account?: AccountInfo;
  readonly loginHint?: string;
  readonly redirectUri?: string;
  readonly cacheLookupPolicy?: 1 | 3 | 5;
  readonly prompt?: string;
  readonly correlationId?: string;
}

interface TokenResponse {
  readonly account: AccountInfo | null;
  readonly idToken: string;
  readonly accessToken: string;
  readonly fromCache: boolean;
}

/** What the tests use of MSAL's `PublicClientApplication`, of whichever major. */
export interface Msal extends MsalInstance {
  handleRedirectPromise(): Promise<TokenResponse | null>;
  loginRedirect(request: TokenRequest): Promise<void>;
  loginPopup(request: TokenRequest): Promise<TokenResponse>;
  ssoSilent(request: TokenRequest): Promise<TokenResponse>;
  acquireTokenSilent(request: TokenRequest): Promise<TokenResponse>;
  acquireTokenPopup(request: TokenRequest): Promise<TokenResponse>;
  acquireTokenRedirect(request: TokenRequest): Promise<void>;
  /** Not of MSAL 5, which always hears of other tabs. */
  enableAccountStorageEvents?(): void;
  logoutPopup(): Promise<void>;
  hydrateCache(tokens: AuthenticationResult, request: TokenRequest): Promise<void>;
}

/** The configuration that all majors share, for the identity server of the harness. */
export interface ProviderConfiguration {
  readonly clientId: string;
  readonly authority: string;
  readonly knownAuthorities: string[];
  readonly authorityMetadata: string;
  readonly postLogoutRedirectUri: string;
}

declare const IDENTITY_SERVER_URL: string;

/** Reads the provider's discovery document; MSAL does not read one over plain http. */
export async function providerConfiguration(): Promise<ProviderConfiguration> {
  const discovery = await fetch(`${IDENTITY_SERVER_URL}/.well-known/openid-configuration`);
  return {
    clientId: 'sample-app',
    authority: IDENTITY_SERVER_URL.replace('http:', 'https:'),
    knownAuthorities: [new URL(IDENTITY_SERVER_URL).host],
    authorityMetadata: await discovery.text(),
    postLogoutRedirectUri: 'signed-out',
  };
}

/** Has MSAL, and so this library, write to the console what it has to say at MSAL's default level, information. */
export const loggerOptions = {
  loggerCallback: (_level: number, message: string): void => console.debug(`log: ${message}`),
} as const;

/** How long a hidden frame may take to sign somebody in: on a busy machine longer than MSAL's ten seconds. */
export const FRAME_TIMEOUT = 60_000;

import type { EnvironmentProviders, Provider } from '@angular/core';
import { ApplicationInitStatus, ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { INavigationClient } from '@azure/msal-browser';
import { loadExternalTokens, ProtocolMode, PublicClientApplication } from '@azure/msal-browser';
import type { MsalLogoutEvent } from 'msal-logout/engine';
import { MsalBroadcastService } from '../broadcast/msal-broadcast-service';
import { MsalLogoutService } from '../logout/msal-logout-service';
import type { MsalLogoutFeature } from '../msal-logout-feature';
import { provideMsalLogout } from '../provide-msal-logout';

export const END_SESSION_ENDPOINT = 'https://id.example/session/end';

export interface MsalLogoutSetup {
  /** Who is signed in. */
  readonly people?: readonly string[];
  /** Whether an earlier page has left something behind. */
  readonly keepStorage?: boolean;
  /** What becomes of a navigation to the provider; by default the page is left, and nothing comes back. */
  readonly navigateExternal?: () => Promise<boolean>;
  readonly features?: readonly MsalLogoutFeature[];
  readonly providers?: readonly (Provider | EnvironmentProviders)[];
}

/** An application with the library and a real MSAL; only the address bar is not the browser's. */
export async function setupMsalLogout({
  people = [],
  keepStorage = false,
  navigateExternal = () => new Promise(() => undefined),
  features = [],
  providers = [],
}: MsalLogoutSetup = {}) {
  // What the page of an earlier test holds, a browser would have let go of.
  window.dispatchEvent(new Event('pagehide'));
  TestBed.resetTestingModule();
  if (!keepStorage) {
    localStorage.clear();
    sessionStorage.clear();
  }
  const navigations: string[] = [];
  const note = (url: string): Promise<boolean> => {
    navigations.push(url);
    return navigateExternal();
  };
  const navigationClient: INavigationClient = { navigateExternal: note, navigateInternal: note };
  const configuration = {
    auth: {
      clientId: 'mail-app',
      authority: 'https://id.example',
      knownAuthorities: ['id.example'],
      authorityMetadata: JSON.stringify({
        issuer: 'https://id.example',
        authorization_endpoint: 'https://id.example/auth',
        token_endpoint: 'https://id.example/token',
        jwks_uri: 'https://id.example/jwks',
        end_session_endpoint: END_SESSION_ENDPOINT,
      }),
    },
    system: { protocolMode: ProtocolMode.OIDC, navigationClient },
  };
  for (const person of people) await signIn(configuration, person);
  const instance = new PublicClientApplication(configuration);

  const unheard: unknown[] = [];
  TestBed.configureTestingModule({
    providers: [
      { provide: ErrorHandler, useValue: { handleError: (error: unknown) => unheard.push(error) } },
      provideMsalLogout(instance, ...features),
      ...providers,
    ],
  });
  const broadcast = TestBed.inject(MsalBroadcastService);
  const events: MsalLogoutEvent[] = [];
  broadcast.events$.subscribe((event) => events.push(event));
  const logout = TestBed.inject(MsalLogoutService);
  await TestBed.inject(ApplicationInitStatus).donePromise;
  return { logout, broadcast, events, navigations, unheard, instance };
}

async function signIn(
  configuration: Parameters<typeof loadExternalTokens>[0],
  person: string,
): Promise<void> {
  const claims = {
    sub: person,
    preferred_username: `${person}@mail.example`,
    login_hint: person,
    exp: 4_102_444_800,
  };
  await loadExternalTokens(
    configuration,
    { scopes: ['openid'] },
    {
      id_token: `${base64Url({ alg: 'none' })}.${base64Url(claims)}.`,
      access_token: `access token of ${person}`,
      scope: 'openid',
      token_type: 'Bearer',
      expires_in: 3600,
    },
    {},
  );
}

function base64Url(value: object): string {
  return btoa(JSON.stringify(value)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

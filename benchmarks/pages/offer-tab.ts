import { createApplication } from '@angular/platform-browser';
import { NavigationEnd, provideRouter, Router } from '@angular/router';
import type { AuthenticationResult } from '@azure/msal-browser';
import {
  msalLogoutGuard,
  MsalLogoutService,
  provideMsalLogout,
  withSignedOutRoute,
} from 'msal-logout';
import type { MsalInstance } from 'msal-logout';
import { configuration } from './configuration';
import { tokensOf } from './tokens';

type Configuration = ReturnType<typeof configuration>;
type CacheLocation = Configuration['cache']['cacheLocation'];

/** MSAL, of whichever major. */
interface Msal extends MsalInstance {
  hydrateCache(tokens: AuthenticationResult, request: { scopes: string[] }): Promise<void>;
}

declare global {
  interface Window {
    /** Signs in unless somebody is, and opens the guarded page. */
    openInbox: (cacheLocation: CacheLocation) => Promise<void>;
    /** Signs everybody out; gives the time of the call. */
    signOut: () => number;
    /** When the guarded page was left. */
    inboxLeft: Promise<number>;
  }
}

/** By the clock that all tabs share. */
const now = (): number => performance.timeOrigin + performance.now();

/** A tab of an application with a page that is shown only while an account is signed in. */
export function offerTab(createMsal: (configuration: Configuration) => Msal): void {
  window.openInbox = (cacheLocation) => openInbox(createMsal(configuration(cacheLocation)));
  document.documentElement.dataset['ready'] = 'true';
}

async function openInbox(instance: Msal): Promise<void> {
  await instance.initialize();
  if (instance.getAllAccounts().length === 0) {
    const { account, ...tokens } = tokensOf('ada');
    // MSAL 3 lists no account without it.
    const tenantProfiles = new Map([[account.tenantId, { ...account, isHomeTenant: true }]]);
    await instance.hydrateCache(
      { ...tokens, account: { ...account, tenantProfiles } },
      { scopes: ['inbox.read'] },
    );
  }
  const { injector } = await createApplication({
    providers: [
      provideRouter([
        { path: 'inbox', children: [], canActivate: [msalLogoutGuard] },
        { path: '**', children: [] },
      ]),
      provideMsalLogout(instance, withSignedOutRoute('/signed-out')),
    ],
  });
  const router = injector.get(Router);
  const logout = injector.get(MsalLogoutService);
  await router.navigateByUrl('/inbox');
  if (router.url !== '/inbox') throw new Error('The guard does not let anybody in');
  window.inboxLeft = new Promise((resolve) => {
    router.events.subscribe((event) => {
      if (event instanceof NavigationEnd && event.url === '/signed-out') resolve(now());
    });
  });
  window.signOut = () => {
    const called = now();
    logout.clearCache();
    return called;
  };
}

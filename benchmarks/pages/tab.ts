// A tab of an application with a page that only those see who are signed in.
import { createApplication } from '@angular/platform-browser';
import { NavigationEnd, provideRouter, Router } from '@angular/router';
import { PublicClientApplication } from '@azure/msal-browser';
import {
  msalLogoutGuard,
  MsalLogoutService,
  provideMsalLogout,
  withSignedOutRoute,
} from 'msal-logout';
import { configuration } from './configuration';
import type { CacheLocation } from './offer';
import { tokensOf } from './tokens';

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

window.openInbox = async (cacheLocation) => {
  const instance = new PublicClientApplication(configuration(cacheLocation));
  await instance.initialize();
  if (instance.getAllAccounts().length === 0) {
    await instance.hydrateCache(tokensOf('ada'), { scopes: ['inbox.read'] });
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
};
document.documentElement.dataset['ready'] = 'true';

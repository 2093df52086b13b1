// An application that signs in, asks and signs out as often as a test wants, to see what it leaves behind.
import '@angular/compiler';
import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { ApplicationRef, ChangeDetectionStrategy, Component } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { NavigationEnd, provideRouter, Router, RouterOutlet } from '@angular/router';
import { PublicClientApplication } from '@azure/msal-browser';
import {
  MsalBroadcastService,
  msalLogoutGuard,
  msalLogoutInterceptor,
  MsalLogoutService,
  provideMsalLogout,
  withProtectedResources,
  withSignedOutRoute,
} from 'msal-logout';
import { catchError, filter, firstValueFrom, map, of, Subscriber } from 'rxjs';
import { providerConfiguration } from './msal';
import { tokensOf } from './tokens';

/** What a test does to the application. */
export interface MemoryApp {
  signIn(): Promise<void>;
  /** What the request got that was under way. */
  signOut(): Promise<string>;
  request(): Promise<void>;
  destroy(): void;
}

declare global {
  interface Window {
    startApp: () => Promise<MemoryApp>;
    /** What every subscription of RxJS is. */
    Subscriber: typeof Subscriber;
  }
}

/** Answered at once, and never. */
const ANSWERED = '/plain';
const UNANSWERED = '/never';

@Component({
  selector: 'app-root',
  imports: [RouterOutlet],
  template: '<router-outlet />',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class App {}

const configuration = {
  auth: await providerConfiguration(),
  cache: window.harnessOptions,
  system: { protocolMode: 'OIDC' },
} as const;
const instance = new PublicClientApplication(configuration);
await instance.initialize();

async function startApp(): Promise<MemoryApp> {
  document.body.append(document.createElement('app-root'));
  const { injector } = await bootstrapApplication(App, {
    providers: [
      provideRouter([
        { path: 'inbox', children: [], canActivate: [msalLogoutGuard] },
        { path: '**', children: [] },
      ]),
      provideHttpClient(withInterceptors([msalLogoutInterceptor])),
      provideMsalLogout(
        instance,
        withSignedOutRoute('/signed-out'),
        withProtectedResources([ANSWERED, UNANSWERED]),
      ),
    ],
  });
  const http = injector.get(HttpClient);
  const router = injector.get(Router);
  const logout = injector.get(MsalLogoutService);
  const { accounts$ } = injector.get(MsalBroadcastService);

  async function signIn(): Promise<void> {
    const signedIn = firstValueFrom(accounts$.pipe(filter((accounts) => accounts.length > 0)));
    await instance.hydrateCache(tokensOf('ada', configuration.auth), { scopes: ['openid'] });
    await signedIn;
    await router.navigateByUrl('/inbox');
  }

  /** With a request under way, and until the page that nobody may see any more is left. */
  async function signOut(): Promise<string> {
    const left = firstValueFrom(
      router.events.pipe(filter((it) => it instanceof NavigationEnd && it.url === '/signed-out')),
    );
    const answer = firstValueFrom(
      http.get(UNANSWERED).pipe(
        map(() => 'answered'),
        catchError(({ code = 'failed' }: { code?: string }) => of(code)),
      ),
    );
    await firstValueFrom(logout.clearCache());
    await left;
    return answer;
  }

  return {
    signIn,
    signOut,
    async request() {
      await firstValueFrom(http.get(ANSWERED, { responseType: 'text' }));
    },
    destroy: () => injector.get(ApplicationRef).destroy(),
  };
}

Object.assign(window, { startApp, Subscriber });
document.documentElement.dataset['ready'] = 'true';

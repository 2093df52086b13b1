// An application as msal-angular has them, guard, interceptor and all, with this library beside it.
import {
  HTTP_INTERCEPTORS,
  HttpClient,
  provideHttpClient,
  withInterceptors,
  withInterceptorsFromDi,
} from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, RouterOutlet } from '@angular/router';
import type { MsalGuardConfiguration, MsalInterceptorConfiguration } from '@azure/msal-angular';
import {
  MSAL_GUARD_CONFIG,
  MSAL_INSTANCE,
  MSAL_INTERCEPTOR_CONFIG,
  MsalBroadcastService,
  MsalGuard,
  MsalInterceptor,
  MsalService,
} from '@azure/msal-angular';
import { InteractionType, PublicClientApplication } from '@azure/msal-browser';
import {
  MsalLogoutService,
  msalLogoutGuard,
  msalLogoutInterceptor,
  provideMsalLogout,
  withProtectedResources,
  withSignedOutRoute,
} from 'msal-logout';
import type { Observable } from 'rxjs';
import { catchError, exhaustMap, map, of, timer } from 'rxjs';
import { providerConfiguration } from './msal';

declare const IDENTITY_SERVER_URL: string;

declare global {
  interface Window {
    logout: MsalLogoutService;
    /** Only while the inbox is shown: what came of every request for mail: `mail`, or the code of the error. */
    polls?: string[];
  }
}

const INBOX = `${IDENTITY_SERVER_URL}/api/inbox`;

@Component({
  selector: 'app-root',
  imports: [RouterOutlet],
  template: '<router-outlet />',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class App {}

/** Asks for mail all the time, as a dashboard does, and notes what came of it. */
@Component({
  selector: 'app-inbox',
  template: '',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Inbox {
  readonly #http = inject(HttpClient);

  constructor() {
    const polls: string[] = [];
    Object.assign(window, { logout: inject(MsalLogoutService), polls });
    timer(0, 100)
      .pipe(exhaustMap(() => this.#poll()))
      .subscribe((poll) => polls.push(poll));
  }

  #poll(): Observable<string> {
    return this.#http.get(INBOX).pipe(
      map(() => 'mail'),
      catchError(({ code = 'failed' }: { code?: string }) => of(code)),
    );
  }
}

const guard: MsalGuardConfiguration = {
  interactionType: InteractionType.Redirect,
  authRequest: { scopes: ['openid', 'inbox.read'] },
};
const interceptor: MsalInterceptorConfiguration = {
  interactionType: InteractionType.Redirect,
  protectedResourceMap: new Map([[INBOX, ['inbox.read']]]),
};

// Of msal-angular 5 and 6 alike: the path says which of them the bundle has.
const base = location.pathname.split('/', 3).join('/') + '/';
const instance = new PublicClientApplication({
  auth: { ...(await providerConfiguration()), redirectUri: '/v5/redirect' },
  cache: window.harnessOptions,
  system: { protocolMode: 'OIDC' },
});
await instance.initialize();
document.head.append(Object.assign(document.createElement('base'), { href: base }));
document.body.append(document.createElement('app-root'));
await bootstrapApplication(App, {
  providers: [
    provideRouter([
      { path: '', pathMatch: 'full', component: Inbox, canActivate: [MsalGuard] },
      {
        path: 'both-guards',
        canActivate: [MsalGuard],
        children: [{ path: '', component: Inbox, canActivate: [msalLogoutGuard] }],
      },
      { path: '**', children: [] },
    ]),
    { provide: MSAL_INSTANCE, useValue: instance },
    { provide: MSAL_GUARD_CONFIG, useValue: guard },
    { provide: MSAL_INTERCEPTOR_CONFIG, useValue: interceptor },
    MsalService,
    MsalGuard,
    MsalBroadcastService,
    { provide: HTTP_INTERCEPTORS, useClass: MsalInterceptor, multi: true },
    provideHttpClient(withInterceptors([msalLogoutInterceptor]), withInterceptorsFromDi()),
    provideMsalLogout(
      () => inject(MSAL_INSTANCE),
      withProtectedResources([INBOX]),
      withSignedOutRoute('/signed-out'),
    ),
  ],
});

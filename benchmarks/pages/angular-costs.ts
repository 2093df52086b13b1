// Three applications that differ in their guard and their interceptor only.
import type { HttpEvent } from '@angular/common/http';
import {
  HTTP_INTERCEPTORS,
  HttpBackend,
  HttpClient,
  HttpResponse,
  provideHttpClient,
  withInterceptors,
  withInterceptorsFromDi,
} from '@angular/common/http';
import type { EnvironmentProviders, Provider } from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import type { CanActivateFn } from '@angular/router';
import { provideRouter, Router } from '@angular/router';
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
  msalLogoutGuard,
  msalLogoutInterceptor,
  provideMsalLogout,
  withProtectedResources,
} from 'msal-logout';
import type { Observable } from 'rxjs';
import { firstValueFrom, of } from 'rxjs';
import { configuration } from './configuration';
import { tokensOf } from './tokens';

/** What each costs, in ms. */
export interface AngularCosts {
  request(application: string, times: number): Promise<number>;
  navigation(application: string, times: number): Promise<number>;
}

declare global {
  interface Window {
    costs: AngularCosts;
  }
}

const API = `${window.location.origin}/api`;
const INBOX = 'inbox.read';

/** Answers at once. */
class InstantBackend extends HttpBackend {
  handle(): Observable<HttpEvent<unknown>> {
    return of(new HttpResponse({ status: 200 }));
  }
}

const options = configuration('localStorage');
localStorage.clear();
const instance = new PublicClientApplication(options);
await instance.initialize();
await instance.hydrateCache(tokensOf('ada'), { scopes: [INBOX] });

const guard: MsalGuardConfiguration = { interactionType: InteractionType.Redirect };
const interceptor: MsalInterceptorConfiguration = {
  interactionType: InteractionType.Redirect,
  protectedResourceMap: new Map([[API, [INBOX]]]),
};

type Guards = (CanActivateFn | typeof MsalGuard)[];

async function start(guards: Guards, ...providers: (Provider | EnvironmentProviders)[]) {
  const { injector } = await createApplication({
    providers: [
      provideRouter(['a', 'b'].map((path) => ({ path, children: [], canActivate: guards }))),
      ...providers,
      { provide: HttpBackend, useValue: new InstantBackend() },
    ],
  });
  return { http: injector.get(HttpClient), router: injector.get(Router) };
}

const applications = new Map([
  ['none', await start([], provideHttpClient())],
  [
    'msal-logout',
    await start(
      [msalLogoutGuard],
      provideHttpClient(withInterceptors([msalLogoutInterceptor])),
      provideMsalLogout(instance, withProtectedResources([API])),
    ),
  ],
  [
    'msal-angular',
    await start(
      [MsalGuard],
      provideHttpClient(withInterceptorsFromDi()),
      { provide: MSAL_INSTANCE, useValue: instance },
      { provide: MSAL_GUARD_CONFIG, useValue: guard },
      { provide: MSAL_INTERCEPTOR_CONFIG, useValue: interceptor },
      { provide: HTTP_INTERCEPTORS, useClass: MsalInterceptor, multi: true },
      MsalService,
      MsalGuard,
      MsalBroadcastService,
    ),
  ],
]);

function application(name: string) {
  const found = applications.get(name);
  if (!found) throw new Error(`There is no application ${name}`);
  return found;
}

/** What one of `times` takes. */
async function timed(times: number, work: (time: number) => Promise<unknown>): Promise<number> {
  const before = performance.now();
  for (let time = 0; time < times; time++) await work(time);
  return (performance.now() - before) / times;
}

window.costs = {
  request(name, times) {
    const { http } = application(name);
    return timed(times, () => firstValueFrom(http.get(API)));
  },
  navigation(name, times) {
    const { router } = application(name);
    return timed(times, async (time) => {
      // Browsers hold back pages that change the address all the time.
      const url = time % 2 === 0 ? '/a' : '/b';
      const passed = await router.navigateByUrl(url, { skipLocationChange: true });
      if (!passed) throw new Error(`${name} does not let a navigation pass`);
    });
  },
};
document.documentElement.dataset['ready'] = 'true';

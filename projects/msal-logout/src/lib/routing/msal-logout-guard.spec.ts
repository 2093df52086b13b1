import { inject, Injectable, Injector, PLATFORM_ID, runInInjectionContext } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { GuardResult, Routes } from '@angular/router';
import { provideRouter, Router } from '@angular/router';
import { lastValueFrom } from 'rxjs';
import { setupMsalLogout } from '../testing/setup-msal-logout';
import { aMoment, arrival, Page, setupRouter } from '../testing/setup-router';
import { msalLogoutGuard } from './msal-logout-guard';

/** Calls the guard in a task of its own. */
const late = async (): Promise<GuardResult> => {
  const injector = inject(Injector);
  await aMoment();
  return runInInjectionContext(injector, () => msalLogoutGuard());
};

@Injectable({ providedIn: 'root' })
class ClassGuard {
  readonly #injector = inject(Injector);

  canActivate(): Promise<GuardResult> {
    return runInInjectionContext(this.#injector, () => msalLogoutGuard());
  }
}

const draft: Routes = [{ path: 'draft', component: Page }];
const loadChildren = (): Routes => [{ path: '', component: Page }];

const ROUTES: Routes = [
  { path: 'inbox', component: Page, canActivate: [msalLogoutGuard] },
  { path: 'mail', component: Page, canActivateChild: [msalLogoutGuard], children: draft },
  { path: 'lazy', canMatch: [msalLogoutGuard], loadChildren },
  { path: 'called', component: Page, canActivate: [() => msalLogoutGuard()] },
  { path: 'passed', component: Page, canActivate: [(...at) => msalLogoutGuard(...at)] },
  { path: 'late', component: Page, canActivate: [() => true, late] },
  { path: 'class', component: Page, canActivate: [ClassGuard] },
  { path: 'called-mail', canActivateChild: [() => msalLogoutGuard()], children: draft },
  { path: 'passed-mail', canActivateChild: [(...at) => msalLogoutGuard(...at)], children: draft },
  { path: 'called-lazy', canMatch: [() => msalLogoutGuard()], loadChildren },
  { path: 'passed-lazy', canMatch: [(...at) => msalLogoutGuard(...at)], loadChildren },
  { path: 'late-lazy', canMatch: [late], loadChildren },
];

const GUARDED = [
  ...['/inbox', '/mail/draft', '/lazy', '/called', '/passed', '/late', '/class'],
  ...['/called-mail/draft', '/passed-mail/draft', '/called-lazy', '/passed-lazy', '/late-lazy'],
];

describe.each(GUARDED)('the guard of %s', (url) => {
  it('lets in who is signed in', async () => {
    const { harness, router } = await setupRouter(['ada'], ROUTES);
    await harness.navigateByUrl(url);

    expect(router.url).toBe(url);
  });

  it('sends who is not to the signed-out route, with the wanted address', async () => {
    const { harness, router } = await setupRouter([], ROUTES);
    await harness.navigateByUrl(url);

    expect(router.url).toBe('/bye');
    expect(router.lastSuccessfulNavigation()?.extras).toMatchObject({
      replaceUrl: true,
      state: { wantedUrl: url },
    });
  });

  it('has the page left when the last account is cleared', async () => {
    const { harness, router, logout } = await setupRouter(['ada'], ROUTES);
    await harness.navigateByUrl(url);
    const left = arrival(router);
    await lastValueFrom(logout.clearCache());
    await left;

    expect(router.url).toBe('/bye');
    expect(router.lastSuccessfulNavigation()?.extras).toMatchObject({
      replaceUrl: true,
      state: { wantedUrl: url },
    });
  });
});

it('lets nobody in while a sign-out runs', async () => {
  const { harness, router, logout } = await setupRouter(['ada', 'alan'], ROUTES);
  await new Promise<string>((onRedirectNavigate) => {
    logout.logoutRedirect({ account: logout.accounts()[0] ?? null, onRedirectNavigate });
  });
  await harness.navigateByUrl('/inbox').catch(() => undefined);

  expect(logout.signedIn()).toBe(true);
  expect(router.url).toBe('/');
});

it('lets everybody pass on a server, and warns of that once', async () => {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  await setupMsalLogout({
    providers: [
      { provide: PLATFORM_ID, useValue: 'server' },
      provideRouter([
        { path: 'inbox', component: Page, canActivate: [msalLogoutGuard, () => msalLogoutGuard()] },
      ]),
    ],
  });
  const router = TestBed.inject(Router);

  expect(await router.navigateByUrl('/inbox')).toBe(true);
  expect(warn.mock.calls).toEqual([[expect.stringMatching(/\/inbox.*RenderMode\.Client/s)]]);
  warn.mockRestore();
});

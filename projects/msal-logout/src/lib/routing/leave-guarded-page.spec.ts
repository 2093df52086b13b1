import { ChangeDetectionStrategy, Component } from '@angular/core';
import type { Routes } from '@angular/router';
import { NavigationStart, withRouterConfig } from '@angular/router';
import { filter, firstValueFrom, lastValueFrom } from 'rxjs';
import { aMoment, arrival, Page, resolving, setupRouter } from '../testing/setup-router';
import { msalLogoutGuard } from './msal-logout-guard';
import { withSignedOutRoute } from './signed-out-route';

let made = 0;

@Component({ selector: 'lib-mail', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
class Mail {
  constructor() {
    made += 1;
  }
}

function deferred() {
  let resolve: (value: string) => void = () => undefined;
  const promise = new Promise<string>((settle) => (resolve = settle));
  return { promise, resolve: () => resolve('done') };
}

const ROUTES: Routes = [{ path: 'inbox', component: Page, canActivate: [msalLogoutGuard] }];

it('keeps the page while somebody else is still signed in', async () => {
  const { harness, router, logout } = await setupRouter(['ada', 'alan'], ROUTES);
  await harness.navigateByUrl('/inbox');
  await lastValueFrom(logout.clearCache({ account: logout.accounts()[0] ?? null }));
  await aMoment();

  expect(router.url).toBe('/inbox');
});

it('keeps a page that is not guarded', async () => {
  const { harness, router, logout } = await setupRouter(['ada'], ROUTES);
  await harness.navigateByUrl('/');
  await lastValueFrom(logout.clearCache());
  await aMoment();

  expect(router.url).toBe('/');
});

it.each([
  ['canActivate', { canActivate: [msalLogoutGuard] }],
  ['a guard that calls it', { canActivate: [() => msalLogoutGuard()] }],
  ['canMatch', { canMatch: [msalLogoutGuard] }],
])('does not make a component whose resolver still waits, with %s', async (_, guards) => {
  made = 0;
  const mail = deferred();
  const { router, logout } = await setupRouter(
    ['ada'],
    [{ path: 'slow', component: Mail, resolve: { mail: () => mail.promise }, ...guards }],
  );
  const arriving = router.navigateByUrl('/slow');
  await resolving(router);
  const left = arrival(router, '/bye');
  await lastValueFrom(logout.clearCache());
  await left;
  mail.resolve();

  expect(await arriving).toBe(false);
  await aMoment();
  expect(router.url).toBe('/bye');
  expect(router.lastSuccessfulNavigation()?.extras.state).toEqual({ wantedUrl: '/slow' });
  expect(made).toBe(0);
});

it('does not make a component whose chunk is still being loaded', async () => {
  made = 0;
  const chunk = deferred();
  const { router, logout } = await setupRouter(
    ['ada'],
    [
      {
        path: 'lazy',
        canMatch: [msalLogoutGuard],
        loadChildren: () => chunk.promise.then((): Routes => [{ path: '', component: Mail }]),
      },
    ],
  );
  const started = firstValueFrom(router.events.pipe(filter((it) => it instanceof NavigationStart)));
  void router.navigateByUrl('/lazy');
  await started;
  await aMoment();
  const left = arrival(router, '/bye');
  await lastValueFrom(logout.clearCache());
  await left;
  chunk.resolve();
  await aMoment();

  expect(router.url).toBe('/bye');
  expect(made).toBe(0);
});

it('lets a navigation go on that does not lead to a guarded page', async () => {
  const mail = deferred();
  const { router, logout } = await setupRouter(
    ['ada'],
    [
      {
        path: '',
        canMatch: [() => msalLogoutGuard()],
        children: [{ path: 'inbox', component: Page }],
      },
      { path: 'help', component: Mail, resolve: { mail: () => mail.promise } },
    ],
  );
  const arriving = router.navigateByUrl('/help');
  await resolving(router);
  await lastValueFrom(logout.clearCache());
  mail.resolve();

  expect(await arriving).toBe(true);
  await aMoment();
  expect(router.url).toBe('/help');
});

it.each([
  ['stays in the history', {}, '/help'],
  ['is replaced where it was to be', { replaceUrl: true }, '/'],
])('an open page, from which a guarded one was on its way, %s', async (_, extras, before) => {
  const mail = deferred();
  const { router, logout, location } = await setupRouter(
    ['ada'],
    [
      { path: 'help', component: Page },
      {
        path: 'slow',
        component: Mail,
        canActivate: [msalLogoutGuard],
        resolve: { mail: () => mail.promise },
      },
    ],
  );
  await router.navigateByUrl('/');
  await router.navigateByUrl('/help');
  void router.navigateByUrl('/slow', extras);
  await resolving(router);
  const left = arrival(router, '/bye');
  await lastValueFrom(logout.clearCache());
  await left;

  location.back();
  expect(location.path() || '/').toBe(before);
});

it('replaces the address of a guarded page that is in the address bar already', async () => {
  const mail = deferred();
  const { router, logout, location } = await setupRouter(
    ['ada'],
    [
      { path: 'help', component: Page },
      {
        path: 'slow',
        component: Mail,
        canActivate: [msalLogoutGuard],
        resolve: { mail: () => mail.promise },
      },
    ],
    { routerFeatures: [withRouterConfig({ urlUpdateStrategy: 'eager' })] },
  );
  await router.navigateByUrl('/help');
  void router.navigateByUrl('/slow');
  await resolving(router);
  const left = arrival(router, '/bye');
  await lastValueFrom(logout.clearCache());
  await left;

  location.back();
  expect(location.path()).toBe('/help');
});

it('has the page left by a page load when the signed-out route cannot be loaded', async () => {
  const missing = new Error('a chunk that is gone');
  const { harness, router, logout, unheard, location } = await setupRouter(
    ['ada'],
    [...ROUTES, { path: 'missing', loadComponent: () => Promise.reject(missing) }],
    { features: [withSignedOutRoute('/missing')] },
  );
  await harness.navigateByUrl('/inbox');
  // jsdom loads no pages, and says so.
  const notLoaded = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await lastValueFrom(logout.clearCache());
  await aMoment();

  expect(router.url).toBe('/inbox');
  expect(location.path()).toBe('/missing');
  expect(notLoaded).toHaveBeenCalled();
  expect(unheard).toEqual([missing]);
  notLoaded.mockRestore();
});

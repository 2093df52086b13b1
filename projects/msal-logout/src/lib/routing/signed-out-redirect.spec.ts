import { inject } from '@angular/core';
import type { Routes } from '@angular/router';
import { NavigationStart, Router, withRouterConfig } from '@angular/router';
import { lastValueFrom } from 'rxjs';
import { aMoment, Page, setupRouter } from '../testing/setup-router';
import { msalLogoutGuard } from './msal-logout-guard';
import { withSignedOutRoute } from './signed-out-route';

const slowly = () => aMoment().then(() => true);
const called = () => msalLogoutGuard();
const inbox: Routes[number] = { path: 'inbox', component: Page, canActivate: [msalLogoutGuard] };

const TOLD = [expect.objectContaining({ message: expect.stringContaining('withSignedOutRoute(') })];

/** Ways in which the signed-out route is guarded, each with its address. */
const GUARDED: readonly (readonly [string, Routes, string | undefined])[] = [
  ['/ by default', [{ path: '', pathMatch: 'full', redirectTo: 'inbox' }, inbox], undefined],
  ['the route', [{ path: 'out', component: Page, canActivate: [msalLogoutGuard] }, inbox], '/out'],
  [
    'the route by several guards',
    ['out', 'inbox'].map((path) => ({
      path,
      component: Page,
      canActivate: [slowly, msalLogoutGuard, called],
    })),
    '/out',
  ],
  [
    'the matched route',
    [{ path: 'out', canMatch: [msalLogoutGuard], component: Page }, inbox],
    '/out',
  ],
  ['where it redirects to', [{ path: 'out', redirectTo: 'inbox' }, inbox], '/out'],
  [
    'where another guard sends to',
    [
      { path: 'out', component: Page, canActivate: [() => inject(Router).parseUrl('/inbox')] },
      inbox,
    ],
    '/out',
  ],
  [
    'a parent',
    [
      {
        path: '',
        canActivateChild: [() => msalLogoutGuard()],
        children: [{ path: 'out', component: Page }, inbox],
      },
    ],
    '/out',
  ],
];

it.each(GUARDED)(
  'ends the redirects, and says why once, when %s is guarded',
  async (_, routes, url) => {
    const { router, unheard } = await setupRouter([], routes, {
      features: url === undefined ? [] : [withSignedOutRoute(url)],
      // Nobody could hear of an error in a navigation that another one has redirected to.
      routerFeatures: [withRouterConfig({ resolveNavigationPromiseOnError: true })],
    });
    let navigations = 0;
    router.events.subscribe((event) => (navigations += event instanceof NavigationStart ? 1 : 0));

    expect(await router.navigateByUrl('/inbox?a')).toBe(false);
    expect(await router.navigateByUrl('/inbox?b')).toBe(false);
    expect(navigations).toBeLessThanOrEqual(6);
    expect(unheard).toEqual(TOLD);
  },
);

it('does not stay on a guarded page when the signed-out route is guarded', async () => {
  const { harness, logout, unheard, location } = await setupRouter(
    ['ada'],
    [inbox, { path: 'out', component: Page, canActivate: [msalLogoutGuard] }],
    { features: [withSignedOutRoute('/out')] },
  );
  await harness.navigateByUrl('/inbox');
  // jsdom loads no pages, and says so.
  const notLoaded = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  await lastValueFrom(logout.clearCache());
  await aMoment();

  expect(location.path()).toBe('/out');
  expect(notLoaded).toHaveBeenCalled();
  expect(unheard).toEqual(TOLD);
  notLoaded.mockRestore();
});

it('lets every navigation be redirected once where the signed-out route is not guarded', async () => {
  const { router, unheard } = await setupRouter([], [inbox]);
  for (const url of ['/inbox?a', '/inbox?b', '/inbox?c']) {
    expect(await router.navigateByUrl(url)).toBe(true);
    expect(router.url).toBe('/bye');
    await router.navigateByUrl('/');
  }
  expect(unheard).toEqual([]);
});

it('shows the signed-out route although a route that is guarded when matched is tried for it before', async () => {
  const { router, unheard } = await setupRouter(
    [],
    [{ path: '', canMatch: [msalLogoutGuard], children: [{ path: 'inbox', component: Page }] }],
  );

  expect(await router.navigateByUrl('/inbox')).toBe(true);
  expect(router.url).toBe('/bye');
  expect(unheard).toEqual([]);
});

import { inject, Injector, runInInjectionContext } from '@angular/core';
import type { ActivatedRouteSnapshot, CanActivateFn, Routes } from '@angular/router';
import { lastValueFrom } from 'rxjs';
import { aMoment, arrival, askedAt, Page, setupRouter } from '../testing/setup-router';
import { msalLogoutGuard } from './msal-logout-guard';

/** A guard that asks for nobody at `/…/help`. */
const exceptHelp = ({ params }: ActivatedRouteSnapshot) =>
  params['page'] === 'help' || msalLogoutGuard();

const ROUTES: Routes = [
  { path: 'closed', component: Page, canActivate: [() => false] },
  { path: 'inbox', component: Page, canActivate: [() => msalLogoutGuard()] },
  { path: 'page/:page', component: Page, canActivate: [exceptHelp] },
  {
    path: 'parent',
    component: Page,
    canActivate: [() => msalLogoutGuard()],
    children: [
      { path: 'one', component: Page },
      { path: 'two', component: Page },
    ],
  },
  {
    path: '',
    canMatch: [(_, [first]) => first?.path === 'open' || msalLogoutGuard()],
    children: [
      { path: 'matched', component: Page },
      { path: 'open', component: Page },
    ],
  },
  { path: 'public', component: Page },
];

it.each([
  ['whose guard is not asked again', ['/inbox', '/inbox?folder=drafts', '/inbox?folder=sent']],
  ['whose child alone is another', ['/parent/one', '/parent/two']],
  ['that a refused navigation does not leave', ['/inbox', '/closed']],
  ['whose guard asks for somebody this time', ['/page/help', '/page/mail']],
  ['that is matched after another', ['/open', '/matched']],
])('has a page left %s', async (_, visited) => {
  const { router, logout } = await setupRouter(['ada'], ROUTES);
  for (const url of visited) await router.navigateByUrl(url);
  const left = arrival(router, '/bye');
  await lastValueFrom(logout.clearCache());

  await left;
});

it.each([
  ['whose guard asks for nobody', ['/page/help']],
  ['whose guard asks for nobody this time', ['/page/mail', '/page/help']],
  ['whose guard of matching asks for nobody this time', ['/matched', '/open']],
  ['that comes after a guarded one', ['/inbox', '/public']],
  ['that another matched route was tried for', ['/public']],
])('keeps a page %s', async (_, visited) => {
  const { router, logout } = await setupRouter(['ada'], ROUTES);
  for (const url of visited) await router.navigateByUrl(url);
  await lastValueFrom(logout.clearCache());
  await aMoment();

  expect(router.url).toBe(visited.at(-1));
});

it('keeps a page that is not guarded while the guard is called for a page before it', async () => {
  const late: CanActivateFn = async (...at) => {
    const injector = inject(Injector);
    await aMoment();
    return runInInjectionContext(injector, () => msalLogoutGuard(...at));
  };
  const { router, logout } = await setupRouter(
    ['ada'],
    [
      { path: 'late', component: Page, canActivate: [late] },
      {
        path: 'slow',
        component: Page,
        canActivate: [
          () =>
            aMoment()
              .then(aMoment)
              .then(() => true),
        ],
      },
    ],
  );
  void router.navigateByUrl('/late');
  await askedAt(router);
  await router.navigateByUrl('/slow');
  await lastValueFrom(logout.clearCache());
  await aMoment();

  expect(router.url).toBe('/slow');
});

it('has a page left after a navigation that was cut short', async () => {
  const { router, logout } = await setupRouter(
    ['ada'],
    [...ROUTES, { path: 'slow', component: Page, resolve: { mail: () => new Promise(() => 0) } }],
  );
  await router.navigateByUrl('/inbox');
  void router.navigateByUrl('/slow');
  await router.navigateByUrl('/closed');
  const left = arrival(router, '/bye');
  await lastValueFrom(logout.clearCache());

  await left;
});

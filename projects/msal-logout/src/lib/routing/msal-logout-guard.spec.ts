import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Routes } from '@angular/router';
import { EventType, NavigationEnd, provideRouter, Router, RouterOutlet } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { filter, firstValueFrom, lastValueFrom } from 'rxjs';
import { setupMsalLogout } from '../testing/setup-msal-logout';
import { msalLogoutGuard } from './msal-logout-guard';
import { withSignedOutRoute } from './signed-out-route';

@Component({
  selector: 'lib-page',
  imports: [RouterOutlet],
  template: '<router-outlet />',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Page {}

const ROUTES: Routes = [
  { path: '', component: Page },
  { path: 'bye', component: Page },
  { path: 'inbox', component: Page, canActivate: [msalLogoutGuard] },
  {
    path: 'mail',
    component: Page,
    canActivateChild: [msalLogoutGuard],
    children: [{ path: 'draft', component: Page }],
  },
  {
    path: 'lazy',
    canMatch: [msalLogoutGuard],
    loadChildren: () => [{ path: '', component: Page }],
  },
];

const GUARDED = ['/inbox', '/mail/draft', '/lazy'];

async function setupRouter(people: readonly string[]) {
  const setup = await setupMsalLogout({
    people,
    features: [withSignedOutRoute('/bye')],
    providers: [provideRouter(ROUTES)],
  });
  const harness = await RouterTestingHarness.create();
  const router = TestBed.inject(Router);
  return { ...setup, harness, router };
}

/** The next time that the router has come to rest. */
function settled(router: Router): Promise<void> {
  return new Promise((resolve) => {
    const subscription = router.events.subscribe(({ type }) => {
      if (type !== EventType.NavigationEnd) return;
      subscription.unsubscribe();
      resolve();
    });
  });
}

function deferred() {
  let resolve: (value: string) => void = () => undefined;
  const promise = new Promise<string>((settle) => (resolve = settle));
  return { promise, resolve: () => resolve('done') };
}

describe.each(GUARDED)('the guard of %s', (url) => {
  it('lets in who is signed in', async () => {
    const { harness, router } = await setupRouter(['ada']);
    await harness.navigateByUrl(url);

    expect(router.url).toBe(url);
  });

  it('sends who is not to the signed-out route, with the wanted address', async () => {
    const { harness, router } = await setupRouter([]);
    await harness.navigateByUrl(url);

    expect(router.url).toBe('/bye');
    expect(router.lastSuccessfulNavigation()?.extras).toMatchObject({
      replaceUrl: true,
      state: { wantedUrl: url },
    });
  });

  it('has the page left when the last account is cleared', async () => {
    const { harness, router, logout } = await setupRouter(['ada']);
    await harness.navigateByUrl(url);
    const left = settled(router);
    await lastValueFrom(logout.clearCache());
    await left;

    expect(router.url).toBe('/bye');
    expect(router.lastSuccessfulNavigation()?.extras).toMatchObject({
      replaceUrl: true,
      state: { wantedUrl: url },
    });
  });
});

it('has a page left that a navigation under way still comes to', async () => {
  const { router, logout } = await setupRouter(['ada']);
  const resolver = deferred();
  router.resetConfig([
    ...ROUTES,
    {
      path: 'slow',
      component: Page,
      canActivate: [msalLogoutGuard],
      resolve: { mail: () => resolver.promise },
    },
  ]);
  const arriving = router.navigateByUrl('/slow');
  await firstValueFrom(router.events.pipe(filter(({ type }) => type === EventType.ResolveStart)));
  await lastValueFrom(logout.clearCache());
  const left = firstValueFrom(
    router.events.pipe(filter((event) => event instanceof NavigationEnd && event.url === '/bye')),
  );
  resolver.resolve();

  expect(await arriving).toBe(true);
  await left;
  expect(router.url).toBe('/bye');
});

it('lets nobody in while a sign-out runs', async () => {
  const { harness, router, logout } = await setupRouter(['ada', 'alan']);
  await new Promise<string>((onRedirectNavigate) => {
    logout.logoutRedirect({ account: logout.accounts()[0] ?? null, onRedirectNavigate });
  });
  await harness.navigateByUrl('/inbox').catch(() => undefined);

  expect(logout.signedIn()).toBe(true);
  expect(router.url).toBe('/');
});

it('keeps the page while somebody else is still signed in', async () => {
  const { harness, router, logout } = await setupRouter(['ada', 'alan']);
  await harness.navigateByUrl('/inbox');
  await lastValueFrom(logout.clearCache({ account: logout.accounts()[0] ?? null }));
  await new Promise((resolve) => setTimeout(resolve));

  expect(router.url).toBe('/inbox');
});

it('keeps a page that is not guarded', async () => {
  const { harness, router, logout } = await setupRouter(['ada']);
  await harness.navigateByUrl('/');
  await lastValueFrom(logout.clearCache());
  await new Promise((resolve) => setTimeout(resolve));

  expect(router.url).toBe('/');
});

import type { Page } from '@playwright/test';
import { describeEachMajor, expect, test } from '../harness/router-test';
import type { RouterPage } from '../harness/router-page';

/** The chunk of the signed-out route. */
const CHUNK = /\/lazy-signed-out-page-\w+\.js$/;

/** Errors that nobody has handled, of this tab from now on. */
function unhandledIn(page: Page): readonly string[] {
  const unhandled: string[] = [];
  page.on('pageerror', ({ message }) => unhandled.push(message));
  return unhandled;
}

/** Two tabs on a guarded page, and what nobody handles in them. */
async function openGuardedPages(tab: RouterPage) {
  await tab.signIn('ada');
  const other = await tab.openAnotherTab('ada', '/eager');
  await tab.goTo('/eager');
  return [tab, other].map((tab) => ({ tab, unhandled: unhandledIn(tab.page) }));
}

describeEachMajor(() => {
  test.use({ signedOutRoute: '/lazy-signed-out' });

  test('a guarded page goes by a page load when the chunk of the signed-out route fails once', async ({
    tab,
  }) => {
    const tabs = await openGuardedPages(tab);
    for (const { tab } of tabs) {
      await tab.page.route(CHUNK, (route) => route.fulfill({ status: 404 }), { times: 1 });
    }

    await tab.beginSignOut();

    for (const { tab, unhandled } of tabs) {
      expect(await tab.arrivalAt('/lazy-signed-out')).toMatchObject({ wantedUrl: '/eager' });
      await expect(tab.shown).toHaveText('lazy-signed-out: 0');
      expect(unhandled).toEqual([]);
    }
  });

  test('a guarded page goes when the chunk of the signed-out route is gone for good', async ({
    tab,
  }) => {
    const tabs = await openGuardedPages(tab);
    for (const { tab } of tabs) {
      await tab.page.route(CHUNK, (route) => route.fulfill({ status: 404 }));
    }

    await tab.beginSignOut();

    for (const { tab, unhandled } of tabs) {
      // The router has nothing to show: the guarded page is not among it, whatever the address is.
      await expect(tab.shown).toHaveCount(0);
      await expect(tab.people).toHaveText('');
      expect(await tab.arrivals()).toEqual([]);
      expect(await tab.msal.accounts()).toEqual([]);
      expect(unhandled).toEqual([]);
    }
  });

  test('a guarded page goes when the chunk of the signed-out route does not come', async ({
    tab,
  }) => {
    await tab.signIn('ada');
    await tab.goTo('/eager');
    const asked = tab.page.waitForRequest(CHUNK);
    await tab.page.route(CHUNK, () => undefined, { times: 1 });
    await tab.page.clock.install();

    await tab.beginSignOut();
    await asked;
    await tab.page.clock.fastForward(3_000);

    expect(await tab.arrivalAt('/lazy-signed-out')).toMatchObject({ wantedUrl: '/eager' });
    await expect(tab.shown).toHaveText('lazy-signed-out: 0');
  });

  test('a guarded page goes when the browser is offline', async ({ tab, context }) => {
    await tab.signIn('ada');
    await tab.goTo('/eager');
    await context.setOffline(true);

    await tab.beginSignOut();

    await expect(tab.shown).toHaveCount(0);
    await context.setOffline(false);
    await tab.open('eager');
    expect(await tab.arrivalAt('/lazy-signed-out')).toMatchObject({ wantedUrl: '/eager' });
  });
});

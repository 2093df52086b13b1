import type { Page } from '@playwright/test';
import { FULL_BROWSER, requireFullBrowser } from '../full-browser';
import { CLIENT_ID } from '../harness/addresses';
import { expect, test } from '../harness/router-test';

requireFullBrowser(test);
// Playwright starts Chromium without its back/forward cache; these tests are about it.
test.use({
  launchOptions: {
    executablePath: FULL_BROWSER,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
});

test.beforeEach(async ({ context }) => {
  await context.addInitScript(() => {
    addEventListener('pageshow', ({ persisted }) => (window.isFromBackForwardCache = persisted));
  });
});

test('a page that comes back out of the bfcache shows what it was left with', async ({ tab }) => {
  await tab.signIn('ada');
  await tab.goTo('/eager');
  await tab.page.goto('/plain');

  await tab.goBack();

  await tab.page.waitForFunction(() => window.isFromBackForwardCache === true);
  await expect(tab.shown).toHaveText('eager: 0');
});

for (const cacheLocation of ['localStorage', 'sessionStorage', 'memoryStorage'] as const) {
  test.describe(cacheLocation, () => {
    test.use({ cacheLocation });

    // Chromium throws a page out of the bfcache at the first message on one of its channels, and loads it anew.
    test('a sign-out in another tab keeps Back from showing a guarded page', async ({ tab }) => {
      await tab.signIn('ada');
      const other = await tab.openAnotherTab('ada', '/');
      await tab.goTo('/eager');
      await tab.page.goto('/plain');

      const message = await listen(tab.page);
      await other.beginSignOut();
      await expect(other.people).toHaveText('');
      await message();
      await tab.goBack();

      await expect(tab.shown).toHaveText('signed-out: 0');
      await expect(tab.people).toHaveText('');
      expect((await tab.arrivals()).map(({ url }) => url)).toEqual(['/signed-out']);
      expect(await tab.isFromBackForwardCache()).toBe(false);
    });
  });
}

test('a page that comes back out of the bfcache sees that the cache was cleared', async ({
  tab,
}) => {
  await tab.signIn('ada');
  await tab.goTo('/eager');
  await tab.page.goto('/plain');

  await tab.page.evaluate(() => localStorage.clear());
  await tab.goBack();

  expect(await tab.arrivalAt('/signed-out')).toMatchObject({ wantedUrl: '/eager' });
  await expect(tab.shown).toHaveText('signed-out: 0');
  expect(await tab.isFromBackForwardCache()).toBe(true);
});

/** Gives back what waits until another tab has told this one something. */
async function listen(page: Page): Promise<() => Promise<void>> {
  const channel = await page.evaluateHandle(
    (name) => ({
      message: new Promise<void>((resolve) => {
        new BroadcastChannel(name).onmessage = () => resolve();
      }),
    }),
    `end-session.${CLIENT_ID}`,
  );
  return () => channel.evaluate(({ message }) => message);
}

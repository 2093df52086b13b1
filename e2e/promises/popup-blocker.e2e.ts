import { FULL_BROWSER, requireFullBrowser } from '../full-browser';
import { describeEachMajor, expect, test as base } from '../harness/test';

/** With the browser's own popup blocker, which Playwright turns off and the headless shell has not. */
const test = base.extend<object, { launchOptions: object }>({
  launchOptions: [
    async ({ launchOptions }, use) => {
      await use({
        ...launchOptions,
        executablePath: FULL_BROWSER,
        ignoreDefaultArgs: ['--disable-popup-blocking'],
      });
    },
    { scope: 'worker' },
  ],
});

requireFullBrowser(test);

describeEachMajor(() => {
  test('a popup outside of a click is blocked, and the sign-out here is kept', async ({
    app,
    page,
  }) => {
    await app.signIn('ada');

    const result = await page.evaluate(() => {
      // A script that a test runs counts as a click; one click opens one window.
      window.open('about:blank')?.close();
      return window.client.logoutPopup();
    });

    expect(result).toMatchObject({ local: 'cleared', server: 'failed', reason: 'popup_blocked' });
    expect(await app.accounts()).toEqual([]);
  });

  test('a popup opens inside a click, before the call returns', async ({ app, page }) => {
    await app.signIn('ada');

    const { result, opened } = await page.evaluate(async () => {
      let opened = false;
      const { open } = window;
      window.open = (...args) => {
        opened = true;
        return open.apply(window, args);
      };
      const signOut = window.client.logoutPopup();
      const openedSoFar = opened;
      return { result: await signOut, opened: openedSoFar };
    });

    expect(opened).toBe(true);
    expect(result).toMatchObject({ server: 'confirmed' });
  });
});

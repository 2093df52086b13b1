import { FULL_BROWSER, requireFullBrowser } from '../full-browser';
import { RouterPage } from '../harness/router-page';
import { IdentityServerPages } from '../pages/identity-server';
import { expect, SIGN_IN_AFTER, test } from './fault-test';
import { haveProviderAsk } from './sign-out-popup';

requireFullBrowser(test);
// Playwright starts Chromium without its back/forward cache; this test is about it.
test.use({
  launchOptions: {
    executablePath: FULL_BROWSER,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
});

test.describe(() => {
  test.use({ leaves: 'what is told' });

  test(
    'Back from the provider ends the sign-out, and brings no guarded page back',
    SIGN_IN_AFTER,
    async ({ ada, context, page, provider }) => {
      await context.addInitScript(() => {
        addEventListener(
          'pageshow',
          ({ persisted }) => (window.isFromBackForwardCache = persisted),
        );
      });
      const tab = new RouterPage(ada, '/router/v5/');
      await tab.open('eager');
      await expect(tab.shown).toHaveText('eager: 0');
      await haveProviderAsk(context);
      await tab.beginSignOut('logoutRedirect');
      await new IdentityServerPages(page).signedInUsers.waitFor();

      await tab.goBack();

      expect(await tab.result()).toMatchObject({ server: 'unconfirmed', reason: 'went_back' });
      expect(await tab.isFromBackForwardCache()).toBe(true);
      await expect(tab.shown).toHaveText('signed-out: 0');
      await expect.poll(() => page.evaluate(() => window.logout.inProgress())).toBe(false);
      expect(
        await page.evaluate(() => window.logoutEvents.map(({ eventType }) => eventType)),
      ).toEqual([
        'msal:logoutStart',
        'msal:accountsCleared',
        'msal:logoutSuccess',
        'msal:logoutEnd',
      ]);
      expect(await page.evaluate(() => window.logout.interrupted()?.accounts)).toHaveLength(1);
      expect(await ada.isInteracting()).toBe(false);
      expect(await provider.knows('ada')).toBe(true);
    },
  );
});

import { CORE } from '../core';
import type {} from '../../projects/msal-logout/return-page/complete-logout';
import { HARNESS } from '../harness/addresses';
import { expect, test } from '../harness/test';

test(
  'a static page has what came of the redirect that returns to it',
  CORE,
  async ({ app, page }) => {
    await app.signIn('ada');
    await app.beginSignOut('logoutRedirect', {
      account: 'ada',
      postLogoutRedirectUri: '/static-return',
      state: 'from the menu',
    });
    await page.waitForURL(`${HARNESS}/static-return`);

    expect(await page.evaluate(() => window.msalLogoutReturn)).toMatchObject({
      interactionType: 'redirect',
      result: {
        accounts: [{ homeAccountId: 'ada' }],
        local: 'cleared',
        server: 'confirmed',
        state: 'from the menu',
      },
    });
  },
);

test('a static page that nothing returns to has nothing', CORE, async ({ page }) => {
  await page.goto('/static-return');

  expect(await page.evaluate(() => window.msalLogoutReturn)).toBeNull();
});

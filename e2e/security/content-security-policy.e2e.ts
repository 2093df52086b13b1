import type {} from '../../projects/msal-logout/return-page/complete-logout';
import { ENDED_HERE } from '../harness/expected-events';
import type { MsalPage } from '../harness/msal-page';
import { describeEachMajor, expect, test } from '../harness/test';
import { violations } from './violations';

test('the policy of the harness is in force, and what breaks it is noticed', async ({
  app,
  context,
  page,
}) => {
  const found = await violations(context);
  await app.open('/v5/?csp');

  const refused = await page.evaluate(() => {
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'a {}' }));
    try {
      document.body.innerHTML = '<b></b>';
      return false;
    } catch {
      return true;
    }
  });

  expect(refused).toBe(true);
  await expect
    .poll(() => found.join('\n'))
    .toMatch(/style-src-elem inline(.|\n)*trusted-types-sink/);
});

/** On a busy machine, the word of a popup may come when the popup is closed already: then it is an event only. */
async function confirmations(app: MsalPage): Promise<number> {
  return (await app.eventTypes()).filter((type) => type === 'serverSignOutConfirmed').length;
}

describeEachMajor((core) => {
  test(
    'signs in and out under a strict Content-Security-Policy',
    core,
    async ({ app, context, page, provider }) => {
      const found = await violations(context);
      await app.open(`/v${app.major}/?csp`);

      await app.signIn('ada');
      expect(await app.signOut('clearCache')).toMatchObject({ local: 'cleared' });
      expect(await app.eventTypes()).toEqual(ENDED_HERE);

      await app.signInByRedirect('ada');
      await app.signOut('logoutPopup', { account: 'ada' });
      await expect.poll(() => confirmations(app)).toBe(1);

      await app.signIn('ada');
      const postLogoutRedirectUri = '/static-return';
      await app.signOut('logoutPopup', { account: 'ada', postLogoutRedirectUri });
      await expect.poll(() => confirmations(app)).toBe(2);

      await app.signIn('ada');
      await app.beginSignOut('logoutRedirect', { account: 'ada', postLogoutRedirectUri });
      await page.waitForURL('/static-return');
      expect(await page.evaluate(() => window.msalLogoutReturn)).toMatchObject({
        result: { local: 'cleared', server: 'confirmed' },
      });

      await app.open();
      await app.signIn('ada');
      await app.beginSignOut('logoutRedirect', { account: 'ada' });
      expect(await app.returnedResult()).toMatchObject({ local: 'cleared', server: 'confirmed' });

      expect(await provider.knows('ada')).toBe(false);
      expect(found).toEqual([]);
    },
  );
});

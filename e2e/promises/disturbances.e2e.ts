import { CONFIRMED_BY_REDIRECT } from '../harness/expected-events';
import { describeEachMajor, expect, test } from '../harness/test';
import { IdentityServerPages } from '../pages/identity-server';

describeEachMajor(() => {
  for (const listener of ['the client', 'MSAL'] as const) {
    test(`a listener of ${listener} that throws does not disturb a sign-out`, async ({
      app,
      page,
    }) => {
      await app.signIn('ada');
      await page.evaluate((listener) => {
        const target = listener === 'MSAL' ? window.msal : window.client;
        target.addEventCallback(() => {
          throw new Error('a broken listener');
        });
      }, listener);

      await app.beginSignOut('logoutRedirect', { account: 'ada' });

      expect(await app.returnedResult()).toMatchObject({ local: 'cleared', server: 'confirmed' });
      expect(await app.eventTypes()).toEqual(CONFIRMED_BY_REDIRECT);
      await app.signInByRedirect('ada');
      expect(await app.accounts()).toEqual(['ada']);
    });
  }

  for (const way of ['logoutRedirect', 'logoutPopup'] as const) {
    test(`${way} refuses to disturb a sign-in that runs`, async ({ app, context }) => {
      await app.signIn('ada');
      const signIn = await app.beginSignInByPopup();
      const picker = new IdentityServerPages(signIn);
      const before = await app.storage();

      await expect(app.signOut(way)).rejects.toThrow('interaction_in_progress');

      expect(await app.storage()).toEqual(before);
      expect(await app.eventTypes()).toEqual([]);
      expect(context.pages()).toEqual([app.page, signIn]);
      await picker.pick('alan');
      await expect.poll(() => app.accounts()).toEqual(['ada', 'alan']);
    });
  }
});

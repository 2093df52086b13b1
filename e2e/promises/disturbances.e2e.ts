import { describeEachMajor, expect, test } from '../harness/test';
import { IdentityServerPages } from '../pages/identity-server';

describeEachMajor((core) => {
  for (const way of ['logoutRedirect', 'logoutPopup'] as const) {
    test(`${way} refuses to disturb a sign-in that runs`, core, async ({ app, context }) => {
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

import { CORE } from '../core';
import { expect, test } from '../harness/router-test';

for (const application of ['router', 'router-with-zone'] as const) {
  test.describe(application, () => {
    test.use({ application });
    const core = application === 'router' ? CORE : {};

    test(
      'a page that is wanted by nobody who is signed in is not come to',
      core,
      async ({ tab }) => {
        await tab.open('lazy/child');

        expect(await tab.arrivalAt('/signed-out')).toMatchObject({ wantedUrl: '/lazy/child' });
        await expect(tab.shown).toHaveText('signed-out: 0');
        expect((await tab.arrivals()).map(({ url }) => url)).toEqual(['/signed-out']);
      },
    );

    test(
      'a guarded page is left in the middle of a navigation away from it',
      core,
      async ({ tab }) => {
        await tab.signIn('ada');
        const other = await tab.openAnotherTab('ada', '/eager');
        await other.setOutFor('/slow');

        await tab.beginSignOut();

        expect(await other.arrivalAt('/signed-out')).toMatchObject({ wantedUrl: '/eager' });
        await other.deliverSlowMail();
        await expect(other.shown).toHaveText('signed-out: 0');
        await other.page.goBack();
        await expect(other.shown).toHaveText(': 0');
      },
    );

    test('a guarded page is left that a navigation still comes to', async ({ tab }) => {
      await tab.signIn('ada');
      const other = await tab.openAnotherTab('ada', '/');
      await other.setOutFor('/slow');
      await tab.goTo('/');

      await tab.beginSignOut();
      await expect(other.people).toHaveText('');
      await other.deliverSlowMail();

      expect(await other.arrivalAt('/signed-out')).toMatchObject({ wantedUrl: '/slow' });
      await expect(other.shown).toHaveText('signed-out: 0');
      await other.page.goBack();
      await expect(other.shown).toHaveText(': 0');
    });

    for (const routing of ['path', 'hash'] as const) {
      test.describe(`routes in the ${routing}`, () => {
        test.use({ routing });

        test('a page that will not be left is left all the same', async ({ tab }) => {
          await tab.signIn('ada');
          const other = await tab.openAnotherTab('ada', '/unwilling');
          await tab.goTo('/unwilling');
          const lengths = [await tab.historyLength(), await other.historyLength()];

          await tab.beginSignOut();

          for (const each of [tab, other]) {
            await expect(each.shown).toHaveText('signed-out: 0');
            expect(await each.arrivalAt('/signed-out')).toMatchObject({ wantedUrl: '/unwilling' });
          }
          expect([await tab.historyLength(), await other.historyLength()]).toEqual(lengths);
          await other.page.goBack();
          await expect(other.shown).toHaveText(': 0');
        });
      });
    }

    test(
      'a redirect to the provider and back leaves no guarded page behind',
      core,
      async ({ tab }) => {
        await tab.signIn('ada');
        const other = await tab.openAnotherTab('ada', '/lazy-component');
        await tab.goTo('/eager');

        await tab.beginSignOut('logoutRedirect');

        expect(await tab.result()).toMatchObject({ server: 'confirmed' });
        expect(await other.arrivalAt('/signed-out')).toMatchObject({
          wantedUrl: '/lazy-component',
        });
        await tab.page.goBack();
        await expect(tab.shown).toHaveText('signed-out: 0');
      },
    );
  });
}

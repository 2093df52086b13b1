import { describeEachMajor, expect, test } from '../harness/router-test';

/** How long a sign-out may take to another tab, in milliseconds. */
const LIMIT = 300;

describeEachMajor(() => {
  for (const cacheLocation of ['localStorage', 'sessionStorage', 'memoryStorage'] as const) {
    test.describe(cacheLocation, () => {
      test.use({ cacheLocation });

      test(`a guarded page of another tab is left within ${LIMIT} ms`, async ({ tab }, info) => {
        await tab.signIn('ada');
        const other = await tab.openAnotherTab('ada', '/eager');

        await tab.beginSignOut();

        const { at } = await other.arrivalAt('/signed-out');
        const elapsed = at - (await tab.signOutAt());
        console.log(`${info.titlePath.slice(1, 3).join(', ')}: ${elapsed} ms to the other tab`);
        expect(elapsed).toBeLessThan(LIMIT);
        await expect(other.people).toHaveText('');
        expect(await other.msal.accounts()).toEqual([]);
      });
    });
  }
});

import { describeEachMajor, expect, test } from '../harness/router-test';

describeEachMajor(() => {
  // With localStorage: guarded-routes.e2e.ts.
  for (const cacheLocation of ['sessionStorage', 'memoryStorage'] as const) {
    test.describe(cacheLocation, () => {
      test.use({ cacheLocation });

      // How soon is a benchmark: `npm run bench -- other-tab`.
      test('a guarded page of another tab is left at a sign-out', async ({ tab }) => {
        await tab.signIn('ada');
        const other = await tab.openAnotherTab('ada', '/eager');

        await tab.beginSignOut();

        expect(await other.arrivalAt('/signed-out')).toMatchObject({ wantedUrl: '/eager' });
        await expect(other.people).toHaveText('');
        expect(await other.msal.accounts()).toEqual([]);
      });
    });
  }
});

import { ALONE } from '../alone';
import { describeEachMajor, expect, test } from '../harness/router-test';

/** How long a sign-out may take to another tab, in milliseconds. */
const LIMIT = 300;
/** The quickest counts: the others tell how busy the machine is. */
const ROUNDS = 3;

describeEachMajor(() => {
  for (const cacheLocation of ['localStorage', 'sessionStorage', 'memoryStorage'] as const) {
    test.describe(cacheLocation, () => {
      test.use({ cacheLocation });

      test(`a guarded page of another tab is left within ${LIMIT} ms`, ALONE, async ({ tab }) => {
        const rounds: number[] = [];
        for (let round = 1; round <= ROUNDS; round++) {
          await tab.signIn('ada');
          const other = await tab.openAnotherTab('ada', '/eager');

          await tab.beginSignOut();

          const { at } = await other.arrivalAt('/signed-out');
          rounds.push(at - (await tab.signOutAt()));
          await expect(other.people).toHaveText('');
          expect(await other.msal.accounts()).toEqual([]);
          await other.page.close();
        }
        test
          .info()
          .annotations.push({ type: 'left after', description: `${rounds.join(', ')} ms` });
        expect(Math.min(...rounds)).toBeLessThan(LIMIT);
      });
    });
  }
});

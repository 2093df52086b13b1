import { CORE } from '../core';
import { expect, test } from '../harness/router-test';

// Chromium freezes no page that it takes for visible, as all are for Playwright: `Page.setWebLifecycleState` does
// nothing there. A tab that waits for an answer, and for nothing else, stands still with what it is told waiting, too.
for (const cacheLocation of ['localStorage', 'sessionStorage', 'memoryStorage'] as const) {
  test.describe(cacheLocation, () => {
    test.use({ cacheLocation });

    test(
      'a tab that stood still catches up with a sign-out',
      cacheLocation === 'localStorage' ? CORE : {},
      async ({ tab }) => {
        await tab.signIn('ada');
        const other = await tab.openAnotherTab('ada', '/eager');
        const goOn = await other.msal.halt();

        await tab.beginSignOut();
        expect(await tab.result()).toMatchObject({ local: 'cleared' });
        await expect(tab.people).toHaveText('');
        const wokenAt = Date.now();
        await goOn();

        const { at, wantedUrl } = await other.arrivalAt('/signed-out');
        expect(wantedUrl).toBe('/eager');
        expect(at).toBeGreaterThanOrEqual(wokenAt);
        await expect(other.people).toHaveText('');
        expect(await other.msal.accounts()).toEqual([]);
      },
    );
  });
}

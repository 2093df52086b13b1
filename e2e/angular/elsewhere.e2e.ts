import { expect, test } from '../harness/router-test';
import { describeEachMajor } from '../harness/test';

describeEachMajor((core) => {
  test(
    "MSAL's own clearCache has the guarded page left, in this tab and in another",
    core,
    async ({ tab, major }) => {
      await tab.signIn('ada');
      const other = await tab.openAnotherTab('ada', '/eager');
      await tab.goTo('/eager');

      await tab.msal.clearByMsal('ada');
      // MSAL 3 tells nobody in the tab itself, unless the account was the active one.
      if (major === 3) await tab.focusAnew();

      for (const each of [tab, other]) {
        expect(await each.arrivalAt('/signed-out')).toMatchObject({ wantedUrl: '/eager' });
        expect(await each.accountsCleared()).toEqual([{ origin: 'elsewhere', remaining: [] }]);
      }
    },
  );

  test(
    "MSAL's own logoutPopup has the guarded page left, in this tab and in another",
    core,
    async ({ tab }) => {
      await tab.signIn('ada');
      const other = await tab.openAnotherTab('ada', '/eager');
      await tab.goTo('/eager');

      await tab.page.evaluate(() => void window.msal.logoutPopup());

      for (const each of [tab, other]) {
        expect(await each.arrivalAt('/signed-out')).toMatchObject({ wantedUrl: '/eager' });
        expect(await each.accountsCleared()).toEqual([{ origin: 'elsewhere', remaining: [] }]);
      }
    },
  );

  test('localStorage that another tab has cleared has the guarded page left', async ({ tab }) => {
    await tab.signIn('ada');
    const other = await tab.openAnotherTab('ada', '/eager');

    await tab.page.evaluate(() => localStorage.clear());

    expect(await other.arrivalAt('/signed-out')).toMatchObject({ wantedUrl: '/eager' });
    expect(await other.accountsCleared()).toEqual([{ origin: 'elsewhere', remaining: [] }]);
  });

  for (const cacheLocation of ['localStorage', 'sessionStorage'] as const) {
    test.describe(cacheLocation, () => {
      test.use({ cacheLocation });

      // A browser gives no event for what a page clears itself: it is noticed when somebody comes back to the page.
      test('a cache that the page has cleared itself is noticed at the next focus', async ({
        tab,
      }) => {
        await tab.signIn('ada');
        await tab.goTo('/eager');

        await tab.page.evaluate((name) => window[name].clear(), cacheLocation);
        await tab.focusAnew();

        expect(await tab.arrivalAt('/signed-out')).toMatchObject({ wantedUrl: '/eager' });
        expect(await tab.accountsCleared()).toEqual([{ origin: 'elsewhere', remaining: [] }]);
      });
    });
  }

  test('cleared site data has the guarded page left', async ({ tab }) => {
    await tab.signIn('ada');
    await tab.goTo('/eager');

    const browser = await tab.page.context().newCDPSession(tab.page);
    const { origin } = new URL(tab.page.url());
    await browser.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });

    expect(await tab.arrivalAt('/signed-out')).toMatchObject({ wantedUrl: '/eager' });
    expect(await tab.accountsCleared()).toEqual([{ origin: 'elsewhere', remaining: [] }]);
  });
});

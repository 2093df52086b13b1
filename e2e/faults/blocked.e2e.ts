import { requireFullBrowser } from '../full-browser';
import { CONFIRMED_BY_POPUP } from '../harness/expected-events';
import { MsalPage } from '../harness/msal-page';
import { RouterPage } from '../harness/router-page';
import { describeEachMajor, expect, test } from './browser-settings';
import { allowSignIn } from './fault-test';

const NOT_NOTED = expect.stringContaining('could not be noted');
const NOT_PROVEN = expect.stringContaining('nothing proves that this browser is clear');

requireFullBrowser(test);
test.use({ settings: 'all data of the app is blocked' });

// No page can look into the storages afterwards: what is left is what MSAL has in memory.
test.afterEach(({ told, uncaught }) => {
  expect(told.leaks()).toEqual([]);
  expect(uncaught).toEqual([]);
});

describeEachMajor(() => {
  test('an app whose data is blocked signs out in a popup, and can sign in and out again', async ({
    page,
    major,
    provider,
    told,
  }) => {
    const ada = new MsalPage(page, major, provider);
    await ada.open();

    for (const events of [CONFIRMED_BY_POPUP, [...CONFIRMED_BY_POPUP, ...CONFIRMED_BY_POPUP]]) {
      await allowSignIn(told, () => ada.signIn('ada'));
      expect(await ada.seenAccounts()).toEqual(['ada']);
      const result = await ada.signOut('logoutPopup', { account: 'ada' });

      // What an earlier page may have stored, nobody can see.
      expect(result).toMatchObject({ local: 'unproven', server: 'confirmed' });
      expect(told.lines).toContainEqual(NOT_PROVEN);
      expect(await ada.eventTypes()).toEqual(events);
      expect(await ada.accounts()).toEqual([]);
      expect(await provider.knows('ada')).toBe(false);
      expect(told.lines).toContainEqual(NOT_NOTED);
    }
  });

  test('an app whose data is blocked signs out by redirect, and does not know of what it returns', async ({
    page,
    major,
    provider,
    told,
  }) => {
    const ada = new MsalPage(page, major, provider);
    await ada.open();
    await allowSignIn(told, () => ada.signIn('ada'));

    await ada.beginSignOut('logoutRedirect', { account: 'ada' });
    await page.waitForURL(({ pathname }) => pathname.endsWith('/signed-out'));
    await ada.ready();

    expect(await page.evaluate(() => window.logoutReturn)).toBeNull();
    expect(told.lines).toContainEqual(NOT_NOTED);
    expect(await ada.accounts()).toEqual([]);
    expect(await provider.knows('ada')).toBe(false);
    await allowSignIn(told, () => ada.signIn('ada'));
    expect(await ada.seenAccounts()).toEqual(['ada']);
  });
});

test('the guard of an app whose data is blocked lets people in until they have signed out', async ({
  page,
  provider,
  told,
}) => {
  const tab = new RouterPage(new MsalPage(page, 5, provider), '/router/v5/');
  await tab.open();
  await allowSignIn(told, () => tab.signIn('ada'));
  await tab.goTo('/eager');
  await expect(tab.shown).toHaveText('eager: 0');

  await tab.beginSignOut('clearCache');

  await tab.arrivalAt('/signed-out');
  await tab.goTo('/eager');
  await expect(tab.shown).toHaveText('signed-out: 0');
  await expect(tab.people).toHaveText('');
});

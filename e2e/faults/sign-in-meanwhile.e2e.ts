import type { MsalPage, Way } from '../harness/msal-page';
import { entriesOf } from '../harness/stored-entries';
import type { Person } from '../pages/identity-server';
import { IdentityServerPages } from '../pages/identity-server';
import { allowSignIn, describeEachMajor, expect, SIGN_IN_AFTER, test } from './fault-test';
import { interruptedAccounts } from './finish-interrupted';
import { haveProviderAsk, stopAtQuestion } from './sign-out-popup';

const CONFIRMED = { local: 'cleared', server: 'confirmed' } as const;

/** Has the application clean up until the result is called. */
async function holdTasks({ page }: MsalPage): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const task = () => new Promise((done) => addEventListener('clean', done));
    Object.assign(window.faults ?? {}, { task });
  });
  return async () => {
    await page.evaluate(() => dispatchEvent(new Event('clean')));
  };
}

/** Starts a sign-out that stands before the clearing until the result is called. */
async function beginAndHold(
  ada: MsalPage,
  way: Way,
  request: { account?: 'ada' },
): Promise<() => Promise<void>> {
  const goOn = await holdTasks(ada);
  await ada.beginSignOut(way, request);
  await expect.poll(() => ada.eventTypes()).toEqual(['logoutStart']);
  return goOn;
}

describeEachMajor((core) => {
  test(
    'who signs in in another tab before the clearing stays, when the sign-out is about somebody else',
    core,
    async ({ ada, told }) => {
      const other = await ada.openAnotherTab();
      const goOn = await beginAndHold(ada, 'logoutRedirect', { account: 'ada' });

      await allowSignIn(told, () => other.signInByRedirect('alan'));
      await expect.poll(() => ada.seenAccounts()).toEqual(['ada', 'alan']);
      await goOn();

      expect(await ada.returnedResult()).toMatchObject(CONFIRMED);
      for (const tab of [ada, other]) await expectSignedIn(tab, 'alan');
    },
  );

  test(
    'who signs in in another tab before the clearing goes, when the sign-out is about everybody',
    SIGN_IN_AFTER,
    async ({ ada, told }) => {
      const other = await ada.openAnotherTab();
      const goOn = await beginAndHold(ada, 'clearCache', {});

      await allowSignIn(told, () => other.signInByRedirect('alan'));
      await expect.poll(() => ada.seenAccounts()).toEqual(['ada', 'alan']);
      await goOn();

      expect(await ada.result()).toMatchObject({ local: 'cleared', server: 'skipped' });
      for (const tab of [ada, other]) await expect.poll(() => tab.accounts()).toEqual([]);
      expect(entriesOf('alan', await ada.storage())).toEqual({});
    },
  );

  test.describe(() => {
    test.use({ leaves: 'a sign-in' });

    test('a sign-in in another tab after the clearing stays, and its session ends', async ({
      ada,
      provider,
      told,
    }) => {
      const other = await ada.openAnotherTab();
      const popup = await stopAtQuestion(ada);

      await allowSignIn(told, () => other.signInByRedirect('ada'));
      await new IdentityServerPages(popup).confirmSignOut();

      expect(await ada.result()).toMatchObject(CONFIRMED);
      for (const tab of [ada, other]) await expectSignedIn(tab, 'ada');
      expect(await ada.isInteracting()).toBe(false);
      expect(await provider.knows('ada')).toBe(false);
    });

    test('a sign-in that another tab has begun before the clearing ends after it, and stays', async ({
      ada,
      told,
    }) => {
      const other = await ada.openAnotherTab();
      const picker = await other.beginSignInByPopup();

      expect(await ada.signOut('clearCache', { account: 'ada' })).toMatchObject({
        local: 'cleared',
        server: 'skipped',
      });
      await allowSignIn(told, () => new IdentityServerPages(picker).pick('ada'));

      for (const tab of [ada, other]) {
        await expectSignedIn(tab, 'ada');
        expect(await tab.eventTypes()).not.toContain('accountsClearedAgain');
      }
    });
  });
});

test.describe(() => {
  test.use({ leaves: 'a sign-in' });

  test('a sign-in in another tab while the page is at the provider takes the sign-out back', async ({
    ada,
    context,
    page,
    provider,
    told,
  }) => {
    const other = await ada.openAnotherTab();
    await haveProviderAsk(context);
    await ada.beginSignOut('logoutRedirect', { account: 'ada' });
    await new IdentityServerPages(page).signedInUsers.waitFor();

    await allowSignIn(told, () => other.signInByRedirect('ada'));
    await new IdentityServerPages(page).confirmSignOut();

    await page.waitForURL(({ pathname }) => pathname.endsWith('/signed-out'));
    await ada.ready();
    expect(await page.evaluate(() => window.logoutReturn)).toBeNull();
    expect(await ada.eventTypes()).toEqual(['logoutStart', 'accountsCleared', 'logoutSuccess']);
    for (const tab of [ada, other]) await expectSignedIn(tab, 'ada');
    expect(await provider.knows('ada')).toBe(false);
  });
});

/** One person is signed in in the tab, with tokens, and nothing is told of the sign-out any more. */
async function expectSignedIn(tab: MsalPage, person: Person): Promise<void> {
  await expect.poll(() => tab.seenAccounts()).toEqual([person]);
  // Whoever asks MSAL 5 before it has decrypted what another tab has written makes it forget that.
  await tab.open();
  expect(await tab.accounts()).toEqual([person]);
  expect(await tab.hasTokenInCache(person)).toBe(true);
  expect(await interruptedAccounts(tab)).toEqual([]);
}

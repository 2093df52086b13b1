import { HARNESS, HARNESS_IDENTITY_SERVER } from '../harness/addresses';
import { CONFIRMED_BY_POPUP, CONFIRMED_BY_REDIRECT } from '../harness/expected-events';
import { endSessionRequests } from '../harness/sent-requests';
import { keyedBy } from '../harness/stored-entries';
import { IdentityServerPages } from '../pages/identity-server';
import { block, fill, refuseToRemove, refuseToWrite } from './broken-storage';
import { describeEachMajor, expect, SIGN_IN_AFTER, test } from './fault-test';

const END_SESSION = `${HARNESS_IDENTITY_SERVER}/session/end?*`;
const NOT_PROVEN = expect.stringContaining('nothing proves that this browser is clear');
const NOT_NOTED = expect.stringContaining('could not be noted');

describeEachMajor((core) => {
  test(
    'a full storage notes a sign-out once the clearing has made room',
    SIGN_IN_AFTER,
    async ({ ada, context, page, provider, told }) => {
      await fill(page, 'localStorage');
      await context.route(END_SESSION, (route) => route.abort());
      await ada.beginSignOut('logoutRedirect', { account: 'ada' });
      await expect.poll(() => page.url()).toBe('chrome-error://chromewebdata/');
      await context.unroute(END_SESSION);

      await ada.open();
      await expect.poll(() => ada.eventTypes()).toContain('logoutInterrupted');

      expect(await ada.resume()).toMatchObject({ server: 'confirmed' });
      expect(await provider.knows('ada')).toBe(false);
      expect(told.lines).not.toContainEqual(NOT_NOTED);
      // MSAL needs some for its tokens, too.
      await page.evaluate(() => localStorage.removeItem(`app.fill.${2 ** 16}`));
    },
  );

  test(
    'a storage that takes nothing any more does not stop a sign-out',
    SIGN_IN_AFTER,
    async ({ ada, page, provider, told }) => {
      await refuseToWrite(page);

      const result = await ada.signOut('logoutPopup', { account: 'ada' });

      expect(result).toMatchObject({ local: 'cleared', server: 'confirmed' });
      expect(await ada.eventTypes()).toEqual(CONFIRMED_BY_POPUP);
      expect(told.lines).toContainEqual(NOT_NOTED);
      expect(await provider.knows('ada')).toBe(false);
    },
  );

  test(
    'an application that clears the storage as its own clean-up has the sign-out done',
    core,
    async ({ ada, page, provider }) => {
      await page.evaluate(() =>
        Object.assign(window.faults ?? {}, { task: () => localStorage.clear() }),
      );

      await ada.beginSignOut('logoutRedirect', { account: 'ada' });

      expect(await ada.returnedResult()).toMatchObject({ server: 'confirmed' });
      expect(await ada.eventTypes()).toEqual(CONFIRMED_BY_REDIRECT);
      expect(await page.evaluate(() => localStorage.getItem('app.theme'))).toBeNull();
      expect(await provider.knows('ada')).toBe(false);
    },
  );

  test(
    'a storage that is blocked after the sign-in leaves a sign-out unproven, until it can be read again',
    SIGN_IN_AFTER,
    async ({ ada, page, provider, told }) => {
      await block(page, 'localStorage');

      const result = await ada.signOut('logoutPopup', { logoutHint: 'ada' });

      expect(result).toMatchObject({ local: 'unproven', server: 'confirmed' });
      expect(told.lines).toContainEqual(NOT_PROVEN);
      const events = await ada.events();
      expect(events).toContainEqual(
        expect.objectContaining({ eventType: 'msal:logoutSuccess', local: 'unproven' }),
      );
      expect(await provider.knows('ada')).toBe(false);
      await ada.open();
      expect(Object.keys(keyedBy('ada', await ada.storage())).length).toBeGreaterThanOrEqual(4);
      expect(await ada.signOut('clearCache')).toMatchObject({ local: 'cleared' });
    },
  );

  for (const refusal of ['throws', 'does nothing'] as const) {
    test(
      `a sign-out that fails because removeItem ${refusal} once is done when tried again`,
      core,
      async ({ ada, page, provider }) => {
        const asked = endSessionRequests(page);
        await refuseToRemove(page, refusal, 1);
        await expect(ada.signOut('logoutRedirect', { account: 'ada' })).rejects.toThrow(
          'cache_clear_failed',
        );
        expect(asked).toEqual([]);

        await ada.beginSignOut('logoutRedirect', { logoutHint: 'ada' });

        expect(await ada.returnedResult()).toMatchObject({ server: 'confirmed' });
        expect(await provider.knows('ada')).toBe(false);
      },
    );

    test.describe(() => {
      test.use({ leaves: 'a failure' });

      test(
        `a removeItem that always ${refusal} makes the sign-out fail, and nothing is sent`,
        SIGN_IN_AFTER,
        async ({ ada, page, provider, told }) => {
          await ada.signIn('alan');
          told.clear();
          const asked = endSessionRequests(page);
          await refuseToRemove(page, refusal, Infinity);

          await expect(ada.signOut('logoutRedirect', { account: 'ada' })).rejects.toThrow(
            'cache_clear_failed',
          );

          const types = await ada.eventTypes();
          expect(types.filter((type) => type !== 'accountsCleared')).toEqual([
            'logoutStart',
            'logoutFailure',
            'logoutEnd',
          ]);
          expect(asked).toEqual([]);
          expect(await provider.knows('ada')).toBe(true);
          await ada.open();
          expect(await ada.isInteracting()).toBe(false);
        },
      );
    });
  }

  test.describe(() => {
    test.use({ leaves: 'a failure' });

    test(
      'a list of entries that cannot be rewritten makes the sign-out of one of two fail',
      SIGN_IN_AFTER,
      async ({ ada, page, provider, told }) => {
        await ada.signIn('alan');
        told.clear();
        await refuseToWrite(page);

        await expect(ada.signOut('logoutRedirect', { account: 'ada' })).rejects.toThrow(
          'cache_clear_failed',
        );

        expect(await ada.eventTypes()).toEqual([
          'logoutStart',
          'accountsCleared',
          'logoutFailure',
          'logoutEnd',
        ]);
        expect(await provider.knows('ada')).toBe(true);
      },
    );
  });
});

test.describe(() => {
  test.use({ cacheLocation: 'sessionStorage' });

  test('a localStorage that stays full leaves a sign-out without its result, and the log says so', async ({
    ada,
    page,
    provider,
    told,
  }) => {
    await fill(page, 'localStorage');

    await ada.beginSignOut('logoutRedirect', { account: 'ada' });
    await page.waitForURL(({ pathname }) => pathname.endsWith('/signed-out'));
    await ada.ready();

    expect(await page.evaluate(() => window.logoutReturn)).toBeNull();
    expect(await ada.eventTypes()).toEqual(['logoutStart', 'accountsCleared', 'logoutSuccess']);
    expect(told.lines).toContainEqual(NOT_NOTED);
    expect(await provider.knows('ada')).toBe(false);
  });

  test('a full sessionStorage does not stop a sign-out', async ({ ada, page, provider }) => {
    await fill(page, 'sessionStorage');

    const result = await ada.signOut('logoutPopup', { account: 'ada' });

    expect(result).toMatchObject({ local: 'cleared', server: 'confirmed' });
    // The page of the harness had no room to keep the first one.
    expect(await ada.eventTypes()).toEqual(CONFIRMED_BY_POPUP.slice(1));
    expect(await provider.knows('ada')).toBe(false);
  });
});

test.describe('without an instance, and a cache that is configured to be in memory', () => {
  test.use({ cacheLocation: 'memoryStorage', leaves: 'a sign-in' });

  test('a sign-out says that nothing is proven, on the page returned to as well', async ({
    app,
  }) => {
    await app.open('/without-msal/');

    expect(await app.signOut('clearCache')).toMatchObject({ local: 'unproven', server: 'skipped' });

    await app.beginSignOut('logoutRedirect', { logoutHint: 'ada' });
    expect(await app.returnedResult()).toMatchObject({ local: 'unproven', server: 'confirmed' });
  });
});

test('a storage that another tab clears on the way leaves a redirect without its result', async ({
  ada,
  context,
  page,
  provider,
}) => {
  const other = await context.newPage();
  await other.goto('/plain');
  await context.route(END_SESSION, async (route) => {
    await other.evaluate(() => localStorage.clear());
    await route.continue();
  });

  await ada.beginSignOut('logoutRedirect', { account: 'ada' });
  await page.waitForURL(({ pathname }) => pathname.endsWith('/signed-out'));
  await ada.ready();

  expect(await page.evaluate(() => window.logoutReturn)).toBeNull();
  expect(await ada.eventTypes()).toEqual(['logoutStart', 'accountsCleared', 'logoutSuccess']);
  expect(await provider.knows('ada')).toBe(false);
});

test('site data that is cleared while a popup is open is no confirmation', async ({
  ada,
  context,
  page,
  provider,
  told,
}) => {
  await ada.signIn('alan');
  told.clear();
  const opened = page.waitForEvent('popup');
  await ada.beginSignOut('logoutPopup');
  const popup = await opened;
  await expect(new IdentityServerPages(popup).signedInUsers).toHaveCount(2);

  const browser = await context.newCDPSession(page);
  await browser.send('Storage.clearDataForOrigin', {
    origin: HARNESS,
    storageTypes: 'local_storage',
  });
  // Not every version of Chromium takes it along.
  await page.evaluate(() => sessionStorage.clear());
  await expect.poll(() => page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  await popup.close();

  expect(await ada.result()).toMatchObject({ server: 'unconfirmed', reason: 'popup_closed' });
  // What the page of the harness had kept of the earlier ones is cleared, too.
  expect(await ada.eventTypes()).toEqual(['logoutSuccess', 'logoutEnd']);
  expect(await provider.knows('ada')).toBe(true);
});

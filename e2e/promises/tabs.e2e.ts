import type { Page } from '@playwright/test';
import { deliverMessages } from '../harness/delivered-messages';
import { endSessionRequests } from '../harness/sent-requests';
import { describeEachMajor, expect, test } from '../harness/test';

describeEachMajor((core) => {
  test('a sign-in lasts, with another tab that is slow to decrypt it', async ({ app }) => {
    const other = await app.openAnotherTab();
    await other.page.evaluate(() => {
      const { decrypt } = SubtleCrypto.prototype;
      SubtleCrypto.prototype.decrypt = async function (...args) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        return decrypt.apply(this, args);
      };
    });

    await app.signInByRedirect('ada');
    await app.signInByRedirect('alan');

    // MSAL itself must not be asked in the other tab yet: what it cannot decrypt so far, it removes.
    await app.open();
    expect(await app.accounts()).toEqual(['ada', 'alan']);
    expect(await app.hasTokenInCache('ada')).toBe(true);
  });

  test('a sign-in is noticed in another tab', core, async ({ app }) => {
    const other = await app.openAnotherTab();

    await app.signInByRedirect('ada');

    await expect.poll(() => other.seenAccounts()).toEqual(['ada']);
  });

  test("MSAL's own sign-out is noticed in another tab", core, async ({ app }) => {
    await app.signIn('ada', 'alan');
    const other = await app.openAnotherTab();

    await app.clearByMsal('ada');

    await expect.poll(() => other.seenAccounts()).toEqual(['alan']);
    expect(await other.events()).toEqual([
      expect.objectContaining({ eventType: 'msal:accountsCleared', origin: 'elsewhere' }),
    ]);
  });

  test('one sign-out of two people is told once in another tab, however slowly their entries go', async ({
    app,
    page,
  }) => {
    await app.signIn('ada', 'alan');
    const other = await app.openAnotherTab();
    await removeInStep(page, other.page);

    await app.signOut('clearCache');

    await expect.poll(() => other.seenAccounts()).toEqual([]);
    // What the tab has still to hear comes before this.
    await deliverMessages(page, other.page);
    expect(await other.events()).toEqual([
      expect.objectContaining({
        eventType: 'msal:accountsCleared',
        origin: 'other-tab',
        remaining: [],
      }),
    ]);
  });

  for (const { locks, without, details } of [
    { locks: 'Web Locks', without: [], details: core },
    { locks: 'a key in localStorage', without: ['locks'], details: {} },
  ]) {
    test(
      `five tabs that sign out at once have one talk to the provider, by ${locks}`,
      details,
      async ({ app, context }) => {
        await context.addInitScript(
          (names) => names.forEach((name) => Reflect.deleteProperty(Navigator.prototype, name)),
          without,
        );
        await app.open();
        await app.signIn('ada');
        const tabs = [app];
        for (let each = 2; each <= 5; each++) tabs.push(await app.openAnotherTab());
        const signOuts = endSessionRequests(app.page);

        const moment = Date.now() + 3_000;
        await Promise.all(tabs.map((tab) => tab.beginSignOutAt(moment)));

        await expect.poll(() => tabs.filter((tab) => tab.isReturned)).toHaveLength(1);
        for (const tab of tabs) {
          const result = tab.isReturned ? await tab.returnedResult() : await tab.result();
          expect(result).toMatchObject(
            tab.isReturned
              ? { local: 'cleared', server: 'confirmed' }
              : { local: 'cleared', server: 'delegated', reason: 'other_tab' },
          );
          expect(await tab.accounts()).toEqual([]);
          expect(await tab.isInteracting()).toBe(false);
        }
        expect(signOuts).toHaveLength(1);
      },
    );
  }

  for (const { from, path } of [
    { from: 'an instance', path: undefined },
    { from: 'a configuration', path: '/without-msal/' },
  ]) {
    test(`a sign-out from ${from} reaches MSAL in another tab`, core, async ({ app }) => {
      await app.signIn('ada', 'alan');
      const other = await app.openAnotherTab();
      await app.open(path);

      await app.signOut('clearCache', { account: 'ada' });

      await expect.poll(() => other.accounts()).toEqual(['alan']);
      await expect
        .poll(() => other.events())
        .toEqual([
          expect.objectContaining({ eventType: 'msal:accountsCleared', origin: 'other-tab' }),
        ]);
      expect(await other.hasTokenInCache('alan')).toBe(true);
    });
  }
});

/** Has `page` remove an entry from localStorage only when `other` has heard of the one before. */
async function removeInStep(page: Page, other: Page): Promise<void> {
  await other.evaluate(() => {
    addEventListener('storage', ({ key, newValue }) => {
      if (newValue === null) document.documentElement.setAttribute(`data-gone`, key ?? '');
    });
  });
  await page.route('/halt?*', async (route) => {
    const key = new URL(route.request().url()).searchParams.get('key') ?? '';
    await other.waitForFunction((key) => document.documentElement.dataset['gone'] === key, key);
    await route.fulfill();
  });
  await page.evaluate(() => {
    const { removeItem } = Storage.prototype;
    Storage.prototype.removeItem = function (key) {
      const isSeen = this === localStorage && this.getItem(key) !== null;
      removeItem.call(this, key);
      if (!isSeen) return;
      const request = new XMLHttpRequest();
      request.open('GET', `/halt?key=${encodeURIComponent(key)}`, false);
      request.send();
    };
  });
}

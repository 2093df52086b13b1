import type { Page } from '@playwright/test';
import type { MsalPage } from '../harness/msal-page';
import { entriesOf } from '../harness/stored-entries';
import { describeEachMajor, expect, test } from '../harness/test';
import { holdFirst } from '../pages/hold-back';

const MINUTE = 60_000;

/** By how much the browser's clock differs from the provider's. */
const CLOCKS = { 'ahead of': 10 * MINUTE, behind: -10 * MINUTE } as const;

// Every tab has its own copy of the accounts.
test.use({ cacheLocation: 'sessionStorage' });

describeEachMajor((core) => {
  for (const [differs, by] of Object.entries(CLOCKS)) {
    test(`who signs in while a sign-out is told stays, with a clock ${differs} the provider's`, async ({
      app,
      page,
    }) => {
      await page.clock.install({ time: Date.now() + by });
      await app.open();
      await app.signIn('ada');
      const other = await openAnother(app);
      const pick = await other.beginSignInByRedirect();

      await app.signOut('clearCache', { account: 'ada' });
      await pick('ada');

      expect(await other.accounts()).toEqual(['ada']);
      expect(await other.hasTokenInCache('ada')).toBe(true);
      await other.open();
      expect(await other.accounts()).toEqual(['ada']);
      expect(await other.eventTypes()).toEqual([]);
    });

    test(`a copy that is older than a sign-out goes, with a clock ${differs} the provider's`, async ({
      app,
      page,
    }) => {
      await page.clock.install({ time: Date.now() + by });
      await app.open();
      await app.signIn('ada');
      const other = await openAnother(app);
      await other.page.goto('/plain');

      await app.signOut('clearCache', { account: 'ada' });
      await other.open();

      await expectCleared(other);
    });
  }

  test('a copy that is older than a sign-out goes, with a clock that was put back before', async ({
    app,
    page,
  }) => {
    await page.clock.install();
    await app.open();
    await app.signIn('ada');
    const other = await openAnother(app);
    await other.page.goto('/plain');

    await page.clock.setSystemTime(Date.now() - 10 * MINUTE);
    await app.signOut('clearCache', { account: 'ada' });
    await other.open();

    await expectCleared(other);
  });

  for (const whom of ['Ada', 'everybody'] as const) {
    test(
      `a sign-out of ${whom} that is told while a tab starts is heard`,
      whom === 'Ada' ? core : {},
      async ({ app }) => {
        await app.signIn('ada');
        const other = await openAnother(app);
        const goOn = await openAndStop(other);

        await app.signOut('clearCache', whom === 'Ada' ? { account: 'ada' } : {});
        await goOn();

        await expectCleared(other);
      },
    );
  }

  for (const first of ['ada', 'alan'] as const) {
    test(
      `two sign-outs at the same moment are both heard by a tab that was away, ${first}'s noted first`,
      first === 'ada' ? core : {},
      async ({ app }) => {
        const second = first === 'ada' ? 'alan' : 'ada';
        await app.signIn('ada', 'alan');
        const slow = await openAnother(app, 'ada', 'alan');
        const away = await openAnother(app, 'ada', 'alan');
        await away.page.goto('/plain');

        const stopped = await stopBeforeNote(slow.page);
        const begun = slow.beginSignOut('clearCache', { account: second });
        const goOn = await stopped();
        await app.signOut('clearCache', { account: first });
        await goOn();
        await begun;
        expect(await slow.result()).toMatchObject({ local: 'cleared' });
        await away.open();

        expect(await away.accounts()).toEqual([]);
        for (const person of ['ada', 'alan'] as const) {
          expect(entriesOf(person, await sessionOf(away))).toEqual({});
        }
      },
    );
  }
});

/** Another tab with a copy of its own of who is signed in. */
async function openAnother(
  app: MsalPage,
  ...people: readonly ('ada' | 'alan')[]
): Promise<MsalPage> {
  const other = await app.openAnotherTab();
  await other.signIn(...(people.length > 0 ? people : (['ada'] as const)));
  return other;
}

/** Loads the page anew, and stops it right before it opens the channel to the other tabs, until the result is called. */
async function openAndStop(tab: MsalPage): Promise<() => Promise<void>> {
  const { first } = await holdFirst(tab.page, '/halt');
  await tab.page.addInitScript(() => {
    let isFirst = true;
    window.BroadcastChannel = class extends BroadcastChannel {
      constructor(name: string) {
        if (isFirst && name.startsWith('end-session.')) {
          isFirst = false;
          const request = new XMLHttpRequest();
          request.open('GET', '/halt', false);
          request.send();
        }
        super(name);
      }
    };
  });
  const opened = tab.open();
  const route = await first;
  return async () => {
    await route.fulfill();
    await opened;
  };
}

/**
 * Stops the page right before it writes the next note for other tabs: it has read by then what is there.
 * @returns waits until it stands, and gives back what lets it go on
 */
async function stopBeforeNote(page: Page): Promise<() => Promise<() => Promise<void>>> {
  const { first } = await holdFirst(page, '/halt');
  await page.evaluate(() => {
    const { setItem } = Storage.prototype;
    let isFirst = true;
    Storage.prototype.setItem = function (key, value) {
      if (isFirst && this === localStorage && key.startsWith('end-session.')) {
        isFirst = false;
        const request = new XMLHttpRequest();
        request.open('GET', '/halt', false);
        request.send();
      }
      setItem.call(this, key, value);
    };
  });
  return async () => {
    const route = await first;
    return () => route.fulfill();
  };
}

/** Nobody is signed in in the tab, and nothing of Ada is in its storage. */
async function expectCleared(tab: MsalPage): Promise<void> {
  await expect.poll(() => tab.seenAccounts()).toEqual([]);
  expect(await tab.accounts()).toEqual([]);
  expect(entriesOf('ada', await sessionOf(tab))).toEqual({});
}

/** The storage of the tab alone. */
async function sessionOf(tab: MsalPage): ReturnType<MsalPage['storage']> {
  return { ...(await tab.storage()), localStorage: {} };
}

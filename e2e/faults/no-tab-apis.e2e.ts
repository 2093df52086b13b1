import { CONFIRMED_BY_POPUP, CONFIRMED_BY_REDIRECT } from '../harness/expected-events';
import type { MsalPage } from '../harness/msal-page';
import { endSessionRequests } from '../harness/sent-requests';
import type { Told } from '../harness/told';
import { IdentityServerPages } from '../pages/identity-server';
import { allowSignIn, describeEachMajor, expect, SIGN_IN_AFTER, test } from './fault-test';
import { interruptedAccounts } from './finish-interrupted';
import { END_SESSION, stopAtQuestion } from './sign-out-popup';

const CONFIRMED = { local: 'cleared', server: 'confirmed' } as const;
const DELEGATED = { local: 'cleared', server: 'delegated', reason: 'other_tab' } as const;

// MSAL 4 and 5 then keep everything in memory.
test.beforeEach(async ({ app, context, told }) => {
  await context.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'locks');
    Reflect.deleteProperty(window, 'BroadcastChannel');
  });
  await app.open();
  await signIn(app, told);
});

describeEachMajor(() => {
  test(
    'without BroadcastChannel and Web Locks, a redirect is confirmed',
    SIGN_IN_AFTER,
    async ({ app, provider }) => {
      await app.beginSignOut('logoutRedirect', { account: 'ada' });

      expect(await app.returnedResult()).toMatchObject(CONFIRMED);
      expect(await app.eventTypes()).toEqual(CONFIRMED_BY_REDIRECT);
      expect(await app.accounts()).toEqual([]);
      expect(await provider.knows('ada')).toBe(false);
    },
  );

  test('without BroadcastChannel and Web Locks, a popup is confirmed', async ({
    app,
    context,
    provider,
  }) => {
    expect(await app.signOut('logoutPopup', { account: 'ada' })).toMatchObject(CONFIRMED);

    expect(await app.eventTypes()).toEqual(CONFIRMED_BY_POPUP);
    expect(await app.accounts()).toEqual([]);
    expect(await app.isInteracting()).toBe(false);
    expect(await provider.knows('ada')).toBe(false);
    await expect.poll(() => context.pages().length).toBe(1);
  });
});

for (const { cache, major } of [
  { cache: 'one cache', major: 3 },
  { cache: 'a cache each', major: 5 },
] as const) {
  test.describe(`MSAL ${major}`, () => {
    test.use({ major });

    test(`without BroadcastChannel and Web Locks, one of five tabs with ${cache} asks the provider`, async ({
      app,
      provider,
      told,
    }) => {
      const tabs = [app];
      while (tabs.length < 5) {
        const tab = await app.openAnotherTab();
        if ((await tab.accounts()).length === 0) await signIn(tab, told);
        tabs.push(tab);
      }
      const asked = endSessionRequests(app.page);
      const answer = await holdBack(app);

      await signOutAtOnce(tabs);

      await expect.poll(() => asked.length).toBe(1);
      const asking = tabs.find(({ page }) => page === asked[0]?.frame().page());
      for (const tab of tabs.filter((tab) => tab !== asking)) {
        expect(await tab.result()).toMatchObject(DELEGATED);
        expect(await tab.accounts()).toEqual([]);
        expect(await tab.isInteracting()).toBe(false);
      }
      answer();
      expect(await asking?.returnedResult()).toMatchObject(CONFIRMED);
      expect(await asking?.accounts()).toEqual([]);
      expect(asked).toHaveLength(1);
      expect(await provider.knows('ada')).toBe(false);
    });
  });
}

test('without Web Locks, a popup that is open for long is not told as interrupted in another tab', async ({
  app,
  page,
  provider,
}) => {
  await page.clock.install();
  const popup = await stopAtQuestion(app);
  // As time passes: not for one tab before it has for the other.
  for (let seconds = 0; seconds < 20; seconds += 2) await page.clock.runFor(2_000);

  const other = await app.openAnotherTab();

  expect(await interruptedAccounts(other)).toEqual([]);
  await new IdentityServerPages(popup).confirmSignOut();
  expect(await app.result()).toMatchObject(CONFIRMED);
  expect(await interruptedAccounts(other)).toEqual([]);
  expect(await provider.knows('ada')).toBe(false);
});

async function signIn(tab: MsalPage, told: Told): Promise<void> {
  await allowSignIn(told, () => tab.signInByRedirect('ada'));
}

/** Has everybody sign out before anybody has come to the clearing. */
async function signOutAtOnce(tabs: readonly MsalPage[]): Promise<void> {
  for (const { page } of tabs) {
    await page.evaluate(() =>
      Object.assign(window.faults ?? {}, {
        task: () => new Promise((done) => addEventListener('all-have-begun', done)),
      }),
    );
  }
  await Promise.all(tabs.map((tab) => tab.beginSignOut('logoutRedirect')));
  for (const tab of tabs) await expect.poll(() => tab.eventTypes()).toContain('logoutStart');
  await Promise.all(
    tabs.map(({ page }) => page.evaluate(() => dispatchEvent(new Event('all-have-begun')))),
  );
}

/** Has the provider not answer until the result is called. */
async function holdBack({ page }: MsalPage): Promise<() => void> {
  let answer: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (answer = resolve));
  await page.context().route(END_SESSION, async (route) => {
    await released;
    await route.continue();
  });
  return answer;
}

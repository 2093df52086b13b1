import { CORE } from '../core';
import type { MsalPage } from '../harness/msal-page';
import { endSessionRequests } from '../harness/sent-requests';
import { stopClock } from '../harness/stopped-clock';
import { IdentityServerPages } from '../pages/identity-server';
import { allowSignIn, describeEachMajor, expect, SIGN_IN_AFTER, test } from './fault-test';
import { finishInterrupted, interruptedAccounts } from './finish-interrupted';
import { stopAtQuestion } from './sign-out-popup';

const CONFIRMED = { local: 'cleared', server: 'confirmed' } as const;
const DELEGATED = { local: 'cleared', server: 'delegated', reason: 'other_tab' } as const;

test(
  'two tabs that sign out the same person at once, by redirect and in a popup, have one ask',
  CORE,
  async ({ ada, context, provider }) => {
    const other = await ada.openAnotherTab();
    const asked = endSessionRequests(ada.page);

    await beginAtOnce({
      inPopup: await other.prepareSignOut('logoutPopup', { account: 'ada' }),
      byRedirect: await ada.prepareSignOut('logoutRedirect', { account: 'ada' }),
    });

    const inPopup = await other.result();
    const byRedirect = await (inPopup.server === 'delegated' ? ada.returnedResult() : ada.result());
    const [first, second] = [inPopup, byRedirect].sort((a, b) => a.server.localeCompare(b.server));
    expect(first).toMatchObject(CONFIRMED);
    expect(second).toMatchObject(DELEGATED);
    expect(asked).toHaveLength(1);
    expect(await provider.knows('ada')).toBe(false);
    await expect.poll(() => context.pages().length).toBe(2);
    for (const tab of [ada, other]) await expectAtRest(tab);
  },
);

describeEachMajor(() => {
  test(
    'two tabs that sign out different people at once both do',
    SIGN_IN_AFTER,
    async ({ ada, provider, told }) => {
      await allowSignIn(told, () => ada.signIn('alan'));
      const other = await ada.openAnotherTab();

      await beginAtOnce({
        inPopup: await other.prepareSignOut('logoutPopup', { account: 'alan' }),
        byRedirect: await ada.prepareSignOut('logoutRedirect', { account: 'ada' }),
      });

      expect(await ada.returnedResult()).toMatchObject(CONFIRMED);
      expect(await other.result()).toMatchObject(CONFIRMED);
      for (const tab of [ada, other]) {
        expect(await tab.accounts()).toEqual([]);
        await expectAtRest(tab);
      }
      expect(await provider.knows('ada')).toBe(false);
      expect(await provider.knows('alan')).toBe(false);
    },
  );
});

test(
  'a tab that crashes while it asks the provider is told in another one, and resume() finishes it',
  SIGN_IN_AFTER,
  async ({ ada, context, provider }) => {
    const other = await ada.openAnotherTab();
    const popup = await stopAtQuestion(other);
    const crashed = other.page.waitForEvent('crash');
    const browser = await context.newCDPSession(other.page);
    browser.send('Page.crash').catch(() => undefined);
    await crashed;
    for (const page of [popup, other.page]) await page.close();

    await expect.poll(() => ada.eventTypes()).toEqual(['accountsCleared', 'logoutInterrupted']);
    expect(await provider.knows('ada')).toBe(true);
    await context.unrouteAll();
    await finishInterrupted(ada);
    expect(await provider.knows('ada')).toBe(false);
  },
);

test('a tab that stands still while it asks the provider keeps its turn, and goes on', async ({
  ada,
  provider,
}) => {
  const other = await ada.openAnotherTab();
  await stopClock(ada);
  const popup = await stopAtQuestion(other);
  const goOn = await other.halt();

  expect(await ada.signOut('logoutPopup')).toMatchObject(DELEGATED);

  await goOn();
  await new IdentityServerPages(popup).confirmSignOut();
  expect(await other.result()).toMatchObject(CONFIRMED);
  expect(await provider.knows('ada')).toBe(false);
  for (const tab of [ada, other]) await expectAtRest(tab);
});

type Begin = () => Promise<void>;

/** The popup first: a page that is debugged loses what other tabs say to it while it opens one. */
async function beginAtOnce({ inPopup, byRedirect }: Record<'inPopup' | 'byRedirect', Begin>) {
  await inPopup();
  await byRedirect();
}

/** No sign-out runs in the tab, none is told to be interrupted, and MSAL may start a sign-in. */
async function expectAtRest(tab: MsalPage): Promise<void> {
  await expect.poll(() => interruptedAccounts(tab)).toEqual([]);
  expect(await tab.isInteracting()).toBe(false);
}

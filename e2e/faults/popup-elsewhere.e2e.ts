import type { Page } from '@playwright/test';
import { HARNESS, OTHER_ORIGINS } from '../harness/addresses';
import type { MsalPage } from '../harness/msal-page';
import { IdentityServerPages } from '../pages/identity-server';
import { ON_THE_WAY } from '../on-the-way';
import { describeEachMajor, expect, SIGN_IN_AFTER, test } from './fault-test';
import { finishInterrupted, interruptedAccounts } from './finish-interrupted';
import { CLOSED, ENDED_IN_POPUP, openPopup, stopAtQuestion } from './sign-out-popup';

const ANOTHER_SITE = OTHER_ORIGINS['on another site'];

for (const { how, leave } of [
  {
    how: 'follows a link',
    leave: (popup: Page) =>
      popup.evaluate((url) => void setTimeout(() => (window.location.href = url)), ANOTHER_SITE),
  },
  { how: 'types an address', leave: (popup: Page) => popup.goto(ANOTHER_SITE) },
]) {
  test(`a popup in which somebody ${how} of another site is waited for until it is closed`, async ({
    ada,
  }) => {
    const popup = await stopAtQuestion(ada);

    await leave(popup);
    await popup.waitForURL(`${ANOTHER_SITE}/`);
    expect(await ada.isSettled()).toBe(false);
    await popup.close();

    await expectClosedAndFinish(ada);
  });
}

test('a popup in which somebody opens a page of the app is waited for until it is closed', async ({
  ada,
}) => {
  const popup = await stopAtQuestion(ada);

  await popup.goto('/v5/');
  await popup.locator('html[data-ready]').waitFor({ state: 'attached' });
  expect(await popup.evaluate(() => window.client.interrupted)).toBeNull();
  expect(await ada.isSettled()).toBe(false);
  await popup.close();

  await expectClosedAndFinish(ada);
});

test('a popup in which somebody types the return address is back, unconfirmed', async ({
  ada,
  provider,
}) => {
  const popup = await stopAtQuestion(ada);
  const closed = popup.waitForEvent('close');

  // Playwright's own goto breaks when the page closes before it has the response.
  const browser = await popup.context().newCDPSession(popup);
  const address = { url: `${HARNESS}/v5/signed-out`, transitionType: 'typed' } as const;
  await browser.send('Page.navigate', address).catch(() => undefined);

  const result = await ada.result();
  expect(result).toMatchObject({ local: 'cleared', server: 'unconfirmed' });
  expect(result).not.toHaveProperty('reason');
  await closed;
  expect(await ada.eventTypes()).toEqual(ENDED_IN_POPUP);
  expect(await interruptedAccounts(ada)).toEqual(['ada']);
  expect(await provider.knows('ada')).toBe(true);
});

for (const { what, go } of [
  { what: 'closed', go: (page: Page) => page.close() },
  { what: 'reloaded', go: (page: Page) => page.reload() },
]) {
  test(`a popup whose opener is ${what} first ends the session all the same`, async ({
    ada,
    context,
    provider,
  }) => {
    const popup = await stopAtQuestion(ada);
    const closed = popup.waitForEvent('close');

    await go(ada.page);
    await new IdentityServerPages(popup).confirmSignOut();

    await closed;
    expect(await provider.knows('ada')).toBe(false);
    const tab = await next(ada);
    await expect.poll(() => notes(tab)).toEqual([]);
    expect(await interruptedAccounts(tab)).toEqual([]);
    expect(await tab.isInteracting()).toBe(false);
    expect(context.pages()).toHaveLength(1);
  });

  test(`a popup that is still blank when its opener is ${what} is closed, and the next page tells it`, async ({
    ada,
    provider,
  }) => {
    await ada.page.clock.install();
    await ada.page.evaluate(() => {
      Object.assign(window.faults ?? {}, { task: () => new Promise(() => undefined) });
    });
    const popup = await openPopup(ada);
    const closed = popup.waitForEvent('close');
    await expect.poll(() => ada.eventTypes()).toContain('logoutStart');

    await go(ada.page);

    await closed;
    expect(await provider.knows('ada')).toBe(true);
    const tab = await next(ada);
    await tab.page.clock.fastForward(ON_THE_WAY);
    await finishInterrupted(tab);
    expect(await provider.knows('ada')).toBe(false);
  });

  test(`a popup that is closed after its opener was ${what} is told by the next page`, async ({
    ada,
    context,
    provider,
  }) => {
    await ada.page.clock.install();
    const popup = await stopAtQuestion(ada);

    await go(ada.page);
    await popup.close();

    expect(await provider.knows('ada')).toBe(true);
    const tab = await next(ada);
    await tab.page.clock.fastForward(ON_THE_WAY);
    await expect.poll(() => tab.eventTypes()).toContain('logoutInterrupted');
    await context.unrouteAll();
    await finishInterrupted(tab);
    expect(await provider.knows('ada')).toBe(false);
  });
}

describeEachMajor(() => {
  test(
    'a popup that the Cross-Origin-Opener-Policy of the app cuts off confirms late',
    SIGN_IN_AFTER,
    async ({ ada, provider }) => {
      await ada.open(`/v${ada.major}/?coop`);
      const popup = await stopAtQuestion(ada);

      await expectLateConfirmation(ada, popup);
      expect(await provider.knows('ada')).toBe(false);
    },
  );
});

test.describe('with a Cross-Origin-Opener-Policy of the provider', () => {
  const ISOLATED = { 'cross-origin-opener-policy': 'same-origin' };

  test('a popup that the provider cuts off confirms late', async ({ ada, provider }) => {
    const popup = await stopAtQuestion(ada, ISOLATED);

    await expectLateConfirmation(ada, popup);
    expect(await provider.knows('ada')).toBe(false);
  });

  test('a popup that the provider cuts off and somebody closes is left to resume()', async ({
    ada,
  }) => {
    const popup = await stopAtQuestion(ada, ISOLATED);

    await popup.close();

    await expectClosedAndFinish(ada);
  });
});

/** The page that is there next in the place of one that may be gone. */
async function next(ada: MsalPage): Promise<MsalPage> {
  if (ada.page.isClosed()) return ada.openAnotherTab();
  await ada.ready();
  return ada;
}

/** The keys of the records of sign-outs. */
async function notes(tab: MsalPage): Promise<readonly string[]> {
  const { localStorage } = await tab.storage();
  return Object.keys(localStorage).filter((key) => key.startsWith('end-session.journal.'));
}

/** Ada's popup counts as closed; what it has not done is finished by redirect. */
async function expectClosedAndFinish(ada: MsalPage): Promise<void> {
  expect(await ada.result()).toMatchObject(CLOSED);
  expect(await ada.eventTypes()).toEqual(ENDED_IN_POPUP);
  expect(await ada.isInteracting()).toBe(false);
  await ada.page.context().unrouteAll();
  await finishInterrupted(ada);
}

/** Ada's popup counts as closed, and confirms in the end that it is not. */
async function expectLateConfirmation(ada: MsalPage, popup: Page): Promise<void> {
  expect(await ada.result()).toMatchObject(CLOSED);
  expect(await interruptedAccounts(ada)).toEqual(['ada']);

  await new IdentityServerPages(popup).confirmSignOut();

  await expect.poll(() => ada.eventTypes()).toEqual([...ENDED_IN_POPUP, 'serverSignOutConfirmed']);
  expect(await interruptedAccounts(ada)).toEqual([]);
  await expect.poll(() => popup.isClosed()).toBe(true);
}

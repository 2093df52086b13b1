import { CORE } from '../core';
import type { Page } from '@playwright/test';
import { CONFIRMED_BY_POPUP, CONFIRMED_BY_REDIRECT, ENDED_HERE } from '../harness/expected-events';
import type { MsalPage } from '../harness/msal-page';
import { IdentityServerPages } from '../pages/identity-server';
import { describeEachMajor, expect, SIGN_IN_AFTER, test } from './fault-test';
import { finishInterrupted, interruptedAccounts } from './finish-interrupted';
import {
  CLOSED,
  END_SESSION,
  ENDED_IN_POPUP,
  MOMENTS,
  openPopup,
  stopAtQuestion,
} from './sign-out-popup';

describeEachMajor((core) => {
  test.describe(() => {
    test.beforeEach(({ ada }) => ada.page.evaluate(() => void (window.open = () => null)));

    test(
      'a popup that is blocked does not undo the sign-out here, and resume() does the rest',
      SIGN_IN_AFTER,
      async ({ ada, provider }) => {
        expect(await ada.signOut('logoutPopup', { account: 'ada' })).toMatchObject({
          local: 'cleared',
          server: 'failed',
          reason: 'popup_blocked',
        });

        expect(await ada.eventTypes()).toEqual(ENDED_HERE);
        expect(await ada.accounts()).toEqual([]);
        expect(await ada.isInteracting()).toBe(false);
        expect(await provider.knows('ada')).toBe(true);
        await finishInterrupted(ada);
        expect(await provider.knows('ada')).toBe(false);
      },
    );

    test(
      'a popup that is blocked becomes a redirect where the request says so',
      core,
      async ({ ada, provider }) => {
        await ada.beginSignOut('logoutPopup', { account: 'ada', popupFallback: 'redirect' });

        expect(await ada.returnedResult()).toMatchObject({ local: 'cleared', server: 'confirmed' });
        expect(await ada.eventTypes()).toEqual(CONFIRMED_BY_REDIRECT);
        expect(await ada.isInteracting()).toBe(false);
        expect(await provider.knows('ada')).toBe(false);
      },
    );
  });
});

test(
  'a popup that is closed while the application cleans up is left to resume()',
  SIGN_IN_AFTER,
  async ({ ada, provider }) => {
    await ada.page.evaluate(() => {
      Object.assign(window.faults ?? {}, {
        task: () => new Promise((done) => addEventListener('clean', done)),
      });
    });
    const popup = await openPopup(ada);
    await expect.poll(() => ada.eventTypes()).toContain('logoutStart');

    await popup.close();
    await ada.page.evaluate(() => dispatchEvent(new Event('clean')));

    expect(await ada.result()).toMatchObject(CLOSED);
    expect(await ada.eventTypes()).toEqual(ENDED_IN_POPUP);
    expect(await ada.accounts()).toEqual([]);
    expect(await provider.knows('ada')).toBe(true);
    await finishInterrupted(ada);
    expect(await provider.knows('ada')).toBe(false);
  },
);

for (const [moment, bringThere] of Object.entries(MOMENTS)) {
  test(`a popup that is closed ${moment} is left to resume()`, async ({
    ada,
    context,
    provider,
  }) => {
    const popup = await bringThere(ada);

    await popup.close();

    expect(await ada.result()).toMatchObject(CLOSED);
    expect(await ada.eventTypes()).toEqual(ENDED_IN_POPUP);
    expect(await ada.accounts()).toEqual([]);
    expect(await ada.isInteracting()).toBe(false);
    expect(await provider.knows('ada')).toBe(moment !== 'while the answer is on the way');
    await context.unrouteAll();
    await finishInterrupted(ada);
    expect(await provider.knows('ada')).toBe(false);
  });
}

test(
  'a popup whose provider never answers is closed when the time is up',
  CORE,
  async ({ ada, context }) => {
    await ada.page.addInitScript(() => {
      window.faults = { endSession: { system: { popupBridgeTimeout: 1_000 } } };
    });
    await ada.open();
    await context.route(END_SESSION, () => undefined);
    const popup = await openPopup(ada);

    await expectTimedOut(ada, popup);
    await context.unrouteAll();
    await finishInterrupted(ada);
  },
);

test('a popup that nobody answers the question of is closed after a minute', async ({
  ada,
  context,
  page,
}) => {
  await page.clock.install();
  const popup = await stopAtQuestion(ada);
  expect(await ada.isSettled()).toBe(false);

  await page.clock.fastForward('01:00');

  await expectTimedOut(ada, popup);
  await context.unrouteAll();
  await finishInterrupted(ada);
});

test('a popup that is reloaded goes on', async ({ ada, provider }) => {
  const popup = await stopAtQuestion(ada);

  await popup.reload();
  await new IdentityServerPages(popup).confirmSignOut();

  expect(await ada.result()).toMatchObject({ local: 'cleared', server: 'confirmed' });
  expect(await ada.eventTypes()).toEqual(CONFIRMED_BY_POPUP);
  expect(await interruptedAccounts(ada)).toEqual([]);
  expect(await provider.knows('ada')).toBe(false);
});

async function expectTimedOut(ada: MsalPage, popup: Page): Promise<void> {
  expect(await ada.result()).toMatchObject({
    local: 'cleared',
    server: 'unconfirmed',
    reason: 'timed_out',
  });
  await expect.poll(() => popup.isClosed()).toBe(true);
  expect(await ada.eventTypes()).toEqual(ENDED_IN_POPUP);
  expect(await ada.isInteracting()).toBe(false);
}

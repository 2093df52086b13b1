import { CONFIRMED_BY_POPUP, CONFIRMED_BY_REDIRECT } from '../harness/expected-events';
import type { MsalPage } from '../harness/msal-page';
import { IdentityServerPages } from '../pages/identity-server';
import { expect, SIGN_IN_AFTER, test } from './fault-test';
import { finishInterrupted, interruptedAccounts } from './finish-interrupted';
import { expectToResume, resumingEvents } from './resuming';
import { CLOSED, ENDED_IN_POPUP, stopAtQuestion } from './sign-out-popup';
import { AFTER_CLEARING, ON_ITS_PAGE } from './stages';

const HOUR = 60 * 60 * 1000;

/** How far a clock is moved, in milliseconds: farther than a sign-out is remembered. */
const MOVES = {
  'ahead by more than a day': 25 * HOUR,
  'back by more than a day': -25 * HOUR,
} as const;

/** Closes the page of a sign-out that is about to leave, and starts the application anew once the clock is moved. */
async function startByOtherClock(ada: MsalPage, by: number): Promise<MsalPage> {
  await AFTER_CLEARING.reach(ada);
  const next = await ada.newTab();
  await ada.page.close();
  await next.page.clock.setSystemTime(Date.now() + by);
  await next.open();
  return next;
}

test.beforeEach(({ page }) => page.clock.install());

for (const [how, by] of Object.entries(MOVES)) {
  test(`a clock that is moved ${how} while a popup is open changes nothing of it`, async ({
    ada,
    page,
    provider,
  }) => {
    const popup = await stopAtQuestion(ada);

    await page.clock.setSystemTime(Date.now() + by);
    // It starts by the new clock, looks what earlier pages have left behind, and is told of the end.
    const other = await ada.openAnotherTab();
    expect(await interruptedAccounts(other)).toEqual([]);
    await new IdentityServerPages(popup).confirmSignOut();

    expect(await ada.result()).toMatchObject({ local: 'cleared', server: 'confirmed' });
    expect(await ada.eventTypes()).toEqual(CONFIRMED_BY_POPUP);
    for (const tab of [ada, other]) expect(await interruptedAccounts(tab)).toEqual([]);
    expect(await provider.knows('ada')).toBe(false);
  });

  test(`a popup that is closed after the clock was moved ${how} is left to resume()`, async ({
    ada,
    context,
    page,
    provider,
  }) => {
    const popup = await stopAtQuestion(ada);

    await page.clock.setSystemTime(Date.now() + by);
    const other = await ada.openAnotherTab();
    await popup.close();

    expect(await ada.result()).toMatchObject(CLOSED);
    expect(await ada.eventTypes()).toEqual(ENDED_IN_POPUP);
    expect(await provider.knows('ada')).toBe(true);
    await expect.poll(() => interruptedAccounts(other)).toEqual(['ada']);
    await context.unrouteAll();
    await finishInterrupted(ada);
    expect(await provider.knows('ada')).toBe(false);
  });

  test(`a clock that is moved ${how} while the page is at the provider changes nothing of it`, async ({
    ada,
    page,
    provider,
  }) => {
    await ON_ITS_PAGE.reach(ada);

    await page.clock.setSystemTime(Date.now() + by);
    await ON_ITS_PAGE.answer?.(page);

    expect(await ada.returnedResult()).toMatchObject({ local: 'cleared', server: 'confirmed' });
    expect(await ada.eventTypes()).toEqual(CONFIRMED_BY_REDIRECT);
    expect(await provider.knows('ada')).toBe(false);
  });
}

for (const [how, by] of Object.entries({
  'ahead by hours': 23 * HOUR,
  'back by hours': -23 * HOUR,
})) {
  test(`a clock that is moved ${how} after the page was closed has the sign-out told at once`, async ({
    ada,
    provider,
  }) => {
    const next = await startByOtherClock(ada, by);

    await expectToResume(next, provider);
    expect(await next.eventTypes()).toEqual(resumingEvents(AFTER_CLEARING));
  });
}

for (const [how, by] of Object.entries(MOVES)) {
  test(
    `a clock that is moved ${how} after the page was closed has the sign-out forgotten`,
    SIGN_IN_AFTER,
    async ({ ada, provider }) => {
      const next = await startByOtherClock(ada, by);

      expect(await interruptedAccounts(next)).toEqual([]);
      expect(Object.keys((await next.storage()).localStorage)).not.toContainEqual(
        expect.stringContaining('end-session.journal'),
      );
      expect(await next.eventTypes()).toEqual([]);
      expect(await next.accounts()).toEqual([]);
      expect(await provider.knows('ada')).toBe(true);
    },
  );
}

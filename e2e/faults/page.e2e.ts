import { HARNESS_IDENTITY_SERVER, OTHER_ORIGINS } from '../harness/addresses';
import { CONFIRMED_BY_REDIRECT } from '../harness/expected-events';
import type { MsalPage } from '../harness/msal-page';
import { IdentityServerPages } from '../pages/identity-server';
import { holdFirst } from '../pages/hold-back';
import { ON_THE_WAY } from '../on-the-way';
import { describeEachMajor, expect, SIGN_IN_AFTER, test } from './fault-test';
import { interruptedAccounts } from './finish-interrupted';
import { expectToResume, resumingEvents } from './resuming';
import { haveProviderAsk } from './sign-out-popup';
import type { Stage } from './stages';
import { AFTER_CLEARING, ON_ITS_PAGE, STAGES, WHILE_CLEARING } from './stages';

/** What happens to a page; gives back where the application is started again. */
const ENDS: Readonly<Record<string, (ada: MsalPage) => Promise<MsalPage>>> = {
  closed: close,
  reloaded: async (ada) => {
    // Playwright's own reload takes the navigation that this one ends for its failure.
    const browser = await ada.page.context().newCDPSession(ada.page);
    const load = ada.page.waitForEvent('load');
    await browser.send('Page.reload');
    await load;
    await ada.ready();
    return ada;
  },
  'navigated elsewhere': async (ada) => {
    await ada.page.goto(OTHER_ORIGINS['on another site']);
    await ada.open();
    return ada;
  },
};

async function close(ada: MsalPage): Promise<MsalPage> {
  const next = await ada.newTab();
  await ada.page.close();
  await next.open();
  return next;
}

/** A popup at the provider would go, too: here the two are on one site, and share a process. */
async function kill(ada: MsalPage): Promise<MsalPage> {
  const crash = ada.page.waitForEvent('crash');
  // CDP's Page.crash would wait for a navigation that is under way.
  await ada.page.goto('chrome://kill').catch(() => undefined);
  await crash;
  return close(ada);
}

function declareFor(stage: Stage): void {
  const { when, reach, events, isListed, isDone, isElsewhere, answer } = stage;
  for (const [how, end] of Object.entries({ ...ENDS, killed: kill })) {
    if (how === 'reloaded' && isElsewhere) continue;

    const after = how === 'closed' ? SIGN_IN_AFTER : {};
    test(
      `a page that is ${how} ${when} leaves a sign-out that resume() finishes`,
      after,
      async ({ ada, provider }) => {
        await ada.page.clock.install();
        await reach(ada);

        const next = await end(ada);

        expect(await next.accounts()).toEqual(isListed ? ['ada'] : []);
        expect(await provider.knows('ada')).toBe(!isDone);
        // A sign-out may be on its way for so long.
        await next.page.clock.fastForward(ON_THE_WAY);
        await expectToResume(next, provider, answer);
        expect(await next.eventTypes()).toEqual([
          ...(next === ada ? events : []),
          ...resumingEvents(stage),
        ]);
      },
    );
  }
}

describeEachMajor(() => declareFor(WHILE_CLEARING));
for (const stage of STAGES) declareFor(stage);

test("a reload of the provider's page asks again, and the sign-out goes on", async ({
  ada,
  page,
  provider,
}) => {
  await ON_ITS_PAGE.reach(ada);

  await page.reload();
  await new IdentityServerPages(page).confirmSignOut();

  expect(await ada.returnedResult()).toMatchObject({ local: 'cleared', server: 'confirmed' });
  expect(await ada.eventTypes()).toEqual(CONFIRMED_BY_REDIRECT);
  expect(await provider.knows('ada')).toBe(false);
});

for (const [how, end] of Object.entries(ENDS)) {
  test(`a return page that is ${how} before the application starts leaves nothing to tell`, async ({
    ada,
    context,
    page,
    provider,
  }) => {
    await page.clock.install();
    // The pages of the harness ask for this before they start, and have then matched the state.
    const discovery = `${HARNESS_IDENTITY_SERVER}/.well-known/*`;
    const { first } = await holdFirst(context, discovery);
    await ada.beginSignOut('logoutRedirect', { account: 'ada' });
    await first;
    expect(ada.isReturned).toBe(true);

    const next = await end(ada);

    await next.page.clock.fastForward(ON_THE_WAY);
    expect(await interruptedAccounts(next)).toEqual([]);
    expect(await next.isInteracting()).toBe(false);
    expect(await next.accounts()).toEqual([]);
    expect(await provider.knows('ada')).toBe(false);
    expect(await next.eventTypes()).toEqual(next === ada ? AFTER_CLEARING.events : []);
  });
}

for (const [how, end] of Object.entries(ENDS)) {
  test(`a popup whose page is ${how} goes on at the provider, and closes`, async ({
    ada,
    context,
    page,
    provider,
  }) => {
    await page.clock.install();
    await haveProviderAsk(context);
    const opened = page.waitForEvent('popup');
    await ada.beginSignOut('logoutPopup', { account: 'ada' });
    const popup = await opened;
    const pages = new IdentityServerPages(popup);
    await pages.signedInUsers.waitFor();

    const next = await end(ada);
    await next.page.clock.fastForward(ON_THE_WAY);
    await expect.poll(() => interruptedAccounts(next)).toEqual(['ada']);
    const isClosed = popup.waitForEvent('close');
    await pages.confirmSignOut();
    await isClosed;

    await expect.poll(() => interruptedAccounts(next)).toEqual([]);
    expect(await next.accounts()).toEqual([]);
    expect(await provider.knows('ada')).toBe(false);
    expect(await next.eventTypes()).toEqual([
      ...(next === ada ? ['logoutStart', 'accountsCleared', 'popupOpened'] : []),
      'logoutInterrupted',
    ]);
  });
}

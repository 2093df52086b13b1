import type { BrowserContext } from '@playwright/test';
import { CORE } from '../core';
import { CONFIRMED_BY_POPUP, CONFIRMED_BY_REDIRECT } from '../harness/expected-events';
import type { MsalPage } from '../harness/msal-page';
import { endSessionRequests } from '../harness/sent-requests';
import { holdFirst } from '../pages/hold-back';
import { IdentityServerPages } from '../pages/identity-server';
import { RECONNECT } from '../reconnect';
import { stateOf } from '../security/somebody-else';
import { ON_THE_WAY } from '../on-the-way';
import { allowSignIn, describeEachMajor, expect, SIGN_IN_AFTER, test } from './fault-test';
import { finishInterrupted, interruptedAccounts } from './finish-interrupted';
import { END_SESSION, stopAtQuestion } from './sign-out-popup';
import { ON_ITS_PAGE } from './stages';

const CONFIRMED = { local: 'cleared', server: 'confirmed' } as const;
const LEFT = CONFIRMED_BY_REDIRECT.slice(0, 3);
const UNKNOWN = '0e984725-c51c-4bf4-9960-e1c80e27aba0';

/** A state as it comes back when something on the way has spoilt it, or has put in its own. */
const CORRUPT: readonly ((state: string) => string)[] = [
  (state) => state.slice(0, state.length / 2),
  (state) => `%${state}`,
  (state) => state + 'A'.repeat(5_000),
  () => JSON.stringify({ returnTo: '/inbox' }),
];

/** Has the provider send another state back than it was given. */
async function exchangeState(
  context: BrowserContext,
  exchange: (state: string) => string,
): Promise<void> {
  await context.unrouteAll();
  await context.route(END_SESSION, async (route) => {
    const url = new URL(route.request().url());
    url.searchParams.set('state', exchange(url.searchParams.get('state') ?? ''));
    await route.fulfill({
      response: await route.fetch({ ...RECONNECT, url: url.href, maxRedirects: 0 }),
    });
  });
}

/** Signs Ada out by redirect, and waits for the page that it comes back to, whatever that makes of it. */
async function signOutAndArrive(ada: MsalPage): Promise<void> {
  await ada.expectAnother();
  await ada.beginSignOut('logoutRedirect', { account: 'ada' });
  await ada.page.waitForURL(({ pathname }) => pathname.endsWith('/signed-out'));
  await ada.ready();
}

/** Opens an address that sign-outs return to; no sign-out has returned to it, and the page leaves it as it is. */
async function openForNothing(tab: MsalPage, address: string): Promise<void> {
  await tab.open(address);
  expect(await tab.page.evaluate(() => window.logoutReturn)).toBeNull();
  expect(tab.page.url().slice(-address.length)).toBe(address);
}

describeEachMajor(() => {
  test(
    'a state that comes back corrupt leaves the sign-out unconfirmed',
    SIGN_IN_AFTER,
    async ({ ada, context, page, told }) => {
      for (const exchange of CORRUPT) {
        await exchangeState(context, exchange);
        await signOutAndArrive(ada);

        const { server, reason, state } = await ada.returnedResult();
        expect([server, reason, state]).toEqual(['unconfirmed', undefined, undefined]);
        expect(await ada.eventTypes()).toEqual([...LEFT, 'logoutInterrupted', 'logoutEnd']);
        expect(await interruptedAccounts(ada)).toEqual(['ada']);
        expect(await ada.isInteracting()).toBe(false);

        await allowSignIn(told, () => ada.signIn('ada'));
        await page.evaluate(() => sessionStorage.removeItem('app.events'));
      }
      expect(await ada.signOut('clearCache')).toMatchObject({ local: 'cleared' });
    },
  );
});

test(
  'a state of somebody else is no answer, and resume() finishes the sign-out',
  CORE,
  async ({ ada, context, page, provider }) => {
    await page.clock.install();
    const state = decodeURIComponent(stateOf(UNKNOWN));
    await exchangeState(context, () => state);
    await signOutAndArrive(ada);
    await context.unrouteAll();

    expect(await page.evaluate(() => window.logoutReturn)).toBeNull();
    expect(new URL(page.url()).searchParams.get('state')).toBe(state);
    expect(await interruptedAccounts(ada)).toEqual(['ada']);
    for (const way of ['redirect', 'popup'] as const) {
      await openForNothing(ada, `/v5/signed-out?state=${stateOf(UNKNOWN, way)}`);
    }
    expect(await ada.eventTypes()).not.toContain('logoutEnd');

    await page.clock.fastForward(ON_THE_WAY);
    await finishInterrupted(ada);
    expect(await provider.knows('ada')).toBe(false);
  },
);

test.describe(() => {
  test.use({ leaves: 'a sign-in' });

  for (const way of ['logoutRedirect', 'logoutPopup'] as const) {
    test(`a return address of ${way} that is opened again is nothing, also after a new sign-in`, async ({
      ada,
      context,
      page,
      provider,
      told,
    }) => {
      const asked = endSessionRequests(page);
      const returned = context.waitForEvent('request', (it) => it.url().includes('?state='));
      await ada.beginSignOut(way, { account: 'ada' });
      const result = way === 'logoutPopup' ? ada.result() : ada.returnedResult();
      expect(await result).toMatchObject(CONFIRMED);
      const address = (await returned).url();
      const events = await ada.eventTypes();

      const other = await ada.newTab();
      for (const tab of [ada, other]) await openForNothing(tab, address);
      // Where an address has the state of a popup, MSAL takes the page for one, and refuses.
      await ada.open();
      await allowSignIn(told, () => ada.signIn('ada'));
      for (const tab of [ada, other]) await openForNothing(tab, address);

      for (const tab of [ada, other]) {
        await tab.open();
        expect(await tab.accounts()).toEqual(['ada']);
        expect(await tab.hasTokenInCache('ada')).toBe(true);
      }
      expect(await ada.eventTypes()).toEqual(events);
      expect(await other.eventTypes()).toEqual([]);
      expect(asked).toHaveLength(1);
      expect(await provider.knows('ada')).toBe(true);
    });
  }

  test('a return page that is opened by hand signs nobody out', async ({ ada, page, provider }) => {
    const asked = endSessionRequests(page);

    for (const address of ['/v5/signed-out', '/v5/signed-out?state=']) {
      await openForNothing(ada, address);
    }

    expect(await ada.accounts()).toEqual(['ada']);
    expect(await ada.hasTokenInCache('ada')).toBe(true);
    expect(await ada.eventTypes()).toEqual([]);
    expect(await interruptedAccounts(ada)).toEqual([]);
    expect(asked).toEqual([]);
    expect(await provider.knows('ada')).toBe(true);
  });
});

test('a return page that is opened by hand does not end the sign-out of another tab', async ({
  ada,
  context,
  page,
  provider,
  told,
}) => {
  await ON_ITS_PAGE.reach(ada);
  const other = await ada.newTab();
  await openForNothing(other, '/v5/signed-out');
  await new IdentityServerPages(page).confirmSignOut();
  expect(await ada.returnedResult()).toMatchObject(CONFIRMED);
  expect(await ada.eventTypes()).toEqual(CONFIRMED_BY_REDIRECT);

  await allowSignIn(told, () => ada.signIn('ada'));
  await page.evaluate(() => sessionStorage.removeItem('app.events'));
  await context.unrouteAll();
  const popup = await stopAtQuestion(ada);
  await openForNothing(other, '/v5/signed-out');
  expect(await interruptedAccounts(other)).toEqual([]);
  expect(await ada.isSettled()).toBe(false);
  await new IdentityServerPages(popup).confirmSignOut();
  expect(await ada.result()).toMatchObject(CONFIRMED);
  expect(await ada.eventTypes()).toEqual(CONFIRMED_BY_POPUP);

  expect(await other.eventTypes()).not.toContain('logoutEnd');
  expect(await provider.knows('ada')).toBe(false);
});

test('a return address that is opened in two tabs at once is a confirmation, and no more', async ({
  ada,
  context,
  page,
  provider,
}) => {
  const asked = endSessionRequests(page);
  const { first } = await holdFirst(context, END_SESSION);
  await ada.beginSignOut('logoutRedirect', { account: 'ada' });
  const answer = await (await first).fetch({ ...RECONNECT, maxRedirects: 0 });
  const address = answer.headers()['location'] ?? '';

  const tabs = [await ada.newTab(), await ada.newTab()];
  await Promise.all(tabs.map((tab) => tab.open(address)));

  // One storage has no order between two processes: both tabs may have seen the note.
  const said = await Promise.all(
    tabs.map(({ page }) => page.evaluate(() => window.logoutReturn?.result.server)),
  );
  expect(said).toContain('confirmed');
  for (const tab of tabs) {
    expect(await interruptedAccounts(tab)).toEqual([]);
    await openForNothing(tab, address);
  }
  expect(asked).toHaveLength(1);
  expect(await provider.knows('ada')).toBe(false);
});

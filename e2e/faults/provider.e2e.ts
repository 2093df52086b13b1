import type { BrowserContext, Page, Route } from '@playwright/test';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { CORE } from '../core';
import { HARNESS_IDENTITY_SERVER, OTHER_ORIGINS } from '../harness/addresses';
import { CONFIRMED_BY_REDIRECT, ENDED_HERE } from '../harness/expected-events';
import type { MsalPage } from '../harness/msal-page';
import { holdBack } from '../pages/hold-back';
import { RECONNECT } from '../reconnect';
import { expect, SIGN_IN_AFTER, test } from './fault-test';

const END_SESSION = `${HARNESS_IDENTITY_SERVER}/session/end?*`;
const DISCOVERY = `${HARNESS_IDENTITY_SERVER.replace('http:', 'https:')}/.well-known/openid-configuration`;
const ERROR_PAGE = 'chrome-error://chromewebdata/';
/** The events of a redirect that has left, and whose page has loaded again without an answer. */
const CUT_OFF = ['logoutStart', 'accountsCleared', 'logoutSuccess', 'logoutInterrupted'];

/** What a provider may do instead of answering, and where the browser is then. */
const FAULTS: readonly {
  provider: string;
  leadsTo: string | RegExp;
  fail: (context: BrowserContext) => Promise<void>;
}[] = [
  ...(
    [
      ['is down', 'connectionrefused'],
      ['drops the connection', 'connectionreset'],
      ['has a name that nobody knows', 'namenotresolved'],
    ] as const
  ).map(([provider, error]) => ({
    provider,
    leadsTo: ERROR_PAGE,
    fail: (context: BrowserContext) => answer(context, (route) => route.abort(error)),
  })),
  {
    provider: 'cannot be reached, because the computer is offline',
    leadsTo: ERROR_PAGE,
    fail: (context) => context.setOffline(true),
  },
  {
    provider: 'answers 500',
    leadsTo: /\/session\/end\?/,
    fail: (context) => answer(context, (route) => route.fulfill({ status: 500, body: 'oops' })),
  },
  {
    provider: 'answers 302 to somewhere else',
    leadsTo: `${OTHER_ORIGINS['on another site']}/`,
    fail: (context) =>
      answer(context, (route) =>
        route.fulfill({ status: 302, headers: { location: OTHER_ORIGINS['on another site'] } }),
      ),
  },
];

async function answer(
  context: BrowserContext,
  respond: (route: Route) => Promise<void>,
): Promise<void> {
  await context.route(END_SESSION, respond);
}

async function mend(context: BrowserContext): Promise<void> {
  await context.unrouteAll();
  await context.setOffline(false);
}

for (const { provider: what, leadsTo, fail } of FAULTS) {
  test(`a provider that ${what} leaves a redirect that resume() finishes`, async ({
    ada,
    context,
    page,
    provider,
  }) => {
    await fail(context);
    await ada.beginSignOut('logoutRedirect', { account: 'ada' });
    await expect(page).toHaveURL(leadsTo);
    await mend(context);

    await ada.open();

    await expect.poll(() => ada.isInterrupted()).toBe(true);
    expect(await ada.eventTypes()).toEqual(CUT_OFF);
    expect(await provider.knows('ada')).toBe(true);
    expect(await ada.resume()).toMatchObject({ server: 'confirmed' });
    expect(await provider.knows('ada')).toBe(false);
  });

  test(`a provider that ${what} leaves a popup that the user closes and resume() finishes`, async ({
    ada,
    context,
    page,
    provider,
  }) => {
    await fail(context);
    const opened = page.waitForEvent('popup');
    await ada.beginSignOut('logoutPopup', { account: 'ada' });
    const popup = await opened;
    await expect(popup).toHaveURL(leadsTo);
    expect(await ada.isSettled()).toBe(false);

    await popup.close();

    expect(await ada.result()).toMatchObject({ server: 'unconfirmed', reason: 'popup_closed' });
    expect(await ada.eventTypes()).toEqual([
      ...ENDED_HERE.slice(0, 2),
      'popupOpened',
      ...ENDED_HERE.slice(2),
    ]);
    expect(await ada.isInterrupted()).toBe(true);
    await mend(context);
    expect(await ada.resume()).toMatchObject({ server: 'confirmed' });
    expect(await provider.knows('ada')).toBe(false);
  });
}

test('a provider that is slow is waited for', CORE, async ({ ada, page, provider }) => {
  const held = await holdBack(page, END_SESSION);
  await ada.beginSignOut('logoutRedirect', { account: 'ada' });
  await expect.poll(() => held.count).toBe(1);
  expect(await provider.knows('ada')).toBe(true);

  await held.release();

  expect(await ada.returnedResult()).toMatchObject({ server: 'confirmed' });
  expect(await ada.eventTypes()).toEqual(CONFIRMED_BY_REDIRECT);
  expect(await provider.knows('ada')).toBe(false);
});

test(
  'a provider that answers after the time limit has the sign-out end before, and confirms it',
  SIGN_IN_AFTER,
  async ({ ada, page, provider }) => {
    await page.addInitScript(() => {
      window.faults = { endSession: { system: { redirectNavigationTimeout: 200 } } };
    });
    await ada.open();
    const held = await holdBack(page, END_SESSION);
    const ended = page.waitForEvent('console', (message) => message.text() === 'ended');
    await page.evaluate(() => {
      window.client.addEventCallback(({ eventType }) => {
        if (eventType === 'msal:logoutEnd') console.info('ended');
      });
    });
    await ada.beginSignOut('logoutRedirect', { account: 'ada' });
    await ended;
    await held.release();

    expect(await ada.returnedResult()).toMatchObject({ server: 'confirmed' });
    expect(await ada.eventTypes()).toEqual([
      'logoutStart',
      'accountsCleared',
      'logoutSuccess',
      'logoutEnd',
      'serverSignOutConfirmed',
    ]);
    expect(await provider.knows('ada')).toBe(false);
  },
);

/** Where nobody listens any more. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test.describe('an end-session endpoint', () => {
  test.use({ leaves: 'what is told' });

  /** Signs out by redirect at an endpoint of its own. */
  async function signOutAt(page: Page, ada: MsalPage, port: number): Promise<void> {
    await page.addInitScript((endpoint) => {
      const authorityMetadata = JSON.stringify({ end_session_endpoint: endpoint });
      window.faults = { endSession: { auth: { authorityMetadata } } };
    }, `http://localhost:${port}/end`);
    await ada.open();
    await ada.beginSignOut('logoutRedirect', { account: 'ada' });
    await expect(page).toHaveURL(ERROR_PAGE);
    await page.goto('/plain');
  }

  test('at a port where nobody listens leaves a sign-out that is told', async ({ ada, page }) => {
    await signOutAt(page, ada, await closedPort());
  });

  test('that hangs up on everybody leaves a sign-out that is told', async ({ ada, page }) => {
    const server = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    await signOutAt(page, ada, (server.address() as AddressInfo).port);
    server.close();
  });
});

test.describe('a discovery document', () => {
  test.beforeEach(async ({ ada, context }) => {
    await context.addInitScript(() => {
      window.faults = { endSession: { auth: { authorityMetadata: undefined } } };
    });
    await ada.open();
  });

  for (const { what, respond } of [
    { what: 'cannot be fetched', respond: (route: Route) => route.abort('connectionrefused') },
    { what: 'is answered with 500', respond: (route: Route) => route.fulfill({ status: 500 }) },
    {
      what: 'is no JSON',
      respond: (route: Route) => route.fulfill({ body: '<h1>Welcome to the hotel</h1>' }),
    },
  ]) {
    test(`a discovery document that ${what} makes the server part fail, and resume() finishes it`, async ({
      ada,
      context,
      provider,
    }) => {
      await context.route(DISCOVERY, respond);
      const result = await ada.signOut('logoutRedirect', { account: 'ada' });

      expect(result).toMatchObject({ server: 'failed', reason: 'endpoint_unavailable' });
      expect(await ada.eventTypes()).toEqual(ENDED_HERE);
      expect(await ada.isInterrupted()).toBe(true);
      expect(await provider.knows('ada')).toBe(true);

      await context.unrouteAll();
      await context.route(DISCOVERY, async (route) => {
        const response = await route.fetch({
          ...RECONNECT,
          url: DISCOVERY.replace('https:', 'http:'),
        });
        await route.fulfill({ response });
      });
      expect(await ada.resume()).toMatchObject({ server: 'confirmed' });
      expect(await provider.knows('ada')).toBe(false);
    });
  }

  test.describe(() => {
    test.use({ leaves: 'what is told' });

    test('a discovery document whose end-session endpoint is a script leads nowhere', async ({
      ada,
      context,
      page,
    }) => {
      const json = { end_session_endpoint: 'javascript:location.assign("/plain")' };
      await context.route(DISCOVERY, (route) => route.fulfill({ json }));
      const address = page.url();
      const result = await ada.signOut('logoutRedirect', { account: 'ada' });

      expect(result).toMatchObject({ server: 'failed', reason: 'endpoint_unavailable' });
      expect(await ada.eventTypes()).toEqual(ENDED_HERE);
      expect(page.url()).toBe(address);
    });
  });

  test(
    'a discovery document without an end-session endpoint leaves nothing to finish',
    CORE,
    async ({ ada, context, provider }) => {
      await context.route(DISCOVERY, (route) => route.fulfill({ json: {} }));
      await ada.open();
      const result = await ada.signOut('logoutRedirect', { account: 'ada' });

      expect(result).toMatchObject({ server: 'failed', reason: 'no_end_session_endpoint' });
      expect(await ada.isInterrupted()).toBe(false);
      expect(await provider.knows('ada')).toBe(true);
    },
  );
});

import { requireFullBrowser } from '../full-browser';
import { CONFIRMED_BY_POPUP, ENDED_HERE } from '../harness/expected-events';
import { RECONNECT } from '../reconnect';
import { accountsIn, hydrate, openInFrame, signOutIn } from './app-in-frame';
import { describeEachMajor, expect, test } from './browser-settings';
import { CLOSED, END_SESSION, ENDED_IN_POPUP } from './sign-out-popup';

requireFullBrowser(test);

const NOBODY = [[], []];

test.beforeEach(({ provider }) => provider.signIn(['ada']));
test.afterEach(({ told, uncaught }) => {
  expect(told.leaks()).toEqual([]);
  expect(uncaught).toEqual([]);
});

test.describe('with third-party cookies blocked', () => {
  test.use({ settings: 'third-party cookies are blocked' });

  describeEachMajor(() => {
    test('a frame without storage is cleared of what MSAL has in memory, and its popup confirms', async ({
      context,
      page,
      major,
      provider,
      told,
    }) => {
      const frame = await openInFrame(page, `/v${major}/`);
      const windows = context.pages().length;
      await hydrate(frame, told);

      expect(await signOutIn(frame)).toMatchObject({
        local: 'unproven',
        server: 'confirmed',
        events: CONFIRMED_BY_POPUP,
      });

      expect(await accountsIn(frame)).toEqual(NOBODY);
      expect(await provider.knows('ada')).toBe(false);
      expect(told.lines).toContainEqual(expect.stringContaining('could not be noted'));
      await expect.poll(() => context.pages().length).toBe(windows);
      await hydrate(frame, told);
    });
  });

  test('a frame in a sandbox, which is of no origin, is cleared, and its popup is not understood', async ({
    context,
    page,
    provider,
    told,
  }) => {
    // For an origin that is none, scripts and the discovery document need it.
    for (const url of ['**/*.js', '**/openid-configuration']) {
      await context.route(url, async (route) => {
        const response = await route.fetch(RECONNECT);
        const headers = { ...response.headers(), 'access-control-allow-origin': '*' };
        await route.fulfill({ response, headers });
      });
    }
    const frame = await openInFrame(page, '/v5/', 'allow-scripts allow-forms allow-popups');
    await hydrate(frame, told);
    const opened = context.waitForEvent('page');

    const signedOut = signOutIn(frame);
    const popup = await opened;
    await popup.waitForURL(({ pathname }) => pathname.endsWith('/signed-out'));
    await popup.close();

    expect(await signedOut).toMatchObject({ ...CLOSED, local: 'unproven', events: ENDED_IN_POPUP });
    expect(await accountsIn(frame)).toEqual(NOBODY);
    expect(await provider.knows('ada')).toBe(false);
    await hydrate(frame, told);
  });
});

test.describe('with third-party cookies allowed', () => {
  test.use({ settings: 'third-party cookies are allowed' });

  test('a frame with a storage of its own tells that its popup was closed, and has another one finish it', async ({
    context,
    page,
    provider,
    told,
  }) => {
    const frame = await openInFrame(page, '/v5/');
    await hydrate(frame, told);
    await context.route(END_SESSION, () => undefined);
    const opened = context.waitForEvent('page');

    const signedOut = signOutIn(frame);
    await (await opened).close();

    expect(await signedOut).toMatchObject({ ...CLOSED, events: ENDED_IN_POPUP });
    await context.unroute(END_SESSION);

    expect(await accountsIn(frame)).toEqual(NOBODY);
    const keys = await frame.evaluate(() => Object.keys(localStorage).sort());
    expect(keys).toEqual([
      expect.stringMatching(/^end-session\.journal\./),
      expect.stringMatching(/^end-session\.note\.signed-out\./),
      'msal.version',
    ]);
    const interrupted = await frame.evaluate(() => window.client.interrupted?.accounts);
    expect(interrupted).toMatchObject([{ homeAccountId: 'ada' }]);
    const resumed = frame.evaluate(() => window.client.resume());
    await expect(resumed).rejects.toThrow('redirect_in_iframe');
    expect(await signOutIn(frame)).toMatchObject({ server: 'confirmed' });
    await frame.evaluate(() => window.client.dismiss());
    expect(await frame.evaluate(() => window.client.interrupted)).toBeNull();
    expect(await provider.knows('ada')).toBe(false);
    await hydrate(frame, told);
  });

  test('a frame whose popup is blocked does not leave for the provider instead', async ({
    page,
    provider,
    told,
  }) => {
    const frame = await openInFrame(page, '/v5/');
    await hydrate(frame, told);
    await frame.evaluate(() => void (window.open = () => null));

    expect(await signOutIn(frame, { popupFallback: 'redirect' })).toMatchObject({
      local: 'cleared',
      server: 'failed',
      reason: 'popup_blocked',
      events: ENDED_HERE,
    });

    expect(await accountsIn(frame)).toEqual(NOBODY);
    expect(await provider.knows('ada')).toBe(true);
  });

  test('a frame that may leave for the provider takes its answer for more than it is', async ({
    page,
    provider,
    told,
  }) => {
    await page.addInitScript(() => {
      window.faults = { endSession: { system: { allowRedirectInIframe: true } } };
    });
    const frame = await openInFrame(page, '/v5/');
    await hydrate(frame, told);

    await frame.evaluate(() => void window.client.logoutRedirect({ logoutHint: 'ada' }));
    await frame.waitForURL(({ pathname }) => pathname.endsWith('/signed-out'));
    await frame.locator('html[data-ready]').waitFor({ state: 'attached' });

    const logoutReturn = await frame.evaluate(() => window.logoutReturn);
    expect(logoutReturn?.result).toMatchObject({ local: 'cleared', server: 'confirmed' });
    expect(await accountsIn(frame)).toEqual(NOBODY);
    // The browser does not send the provider's cookie from a frame of another site.
    expect(await provider.knows('ada')).toBe(true);
    await hydrate(frame, told);
  });
});

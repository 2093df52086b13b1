import type { BrowserContext } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { CORE } from '../core';
import { APP, IDENTITY_SERVER } from '../addresses';
import { askSilently, IdentityServerPages } from '../pages/identity-server';
import { SampleApp } from '../pages/sample-app';
import { RECONNECT } from '../reconnect';

const RETURN = `${APP}/redirect`;

test(
  'signs out in a popup, which closes before it shows anything of the app',
  CORE,
  async ({ context, page }) => {
    const app = new SampleApp(page);
    await app.open();
    await app.signIn('ada');
    await app.goHome();
    const shown = await watchPopups(context);

    const popup = await app.signOutByPopup();

    await expect(app.logoutServer).toHaveText('confirmed');
    await expect(app.logoutLocal).toHaveText('cleared');
    await expect(app.logoutReason).toHaveCount(0);
    expect(page.url()).toBe(`${APP}/signed-out`);
    await expect.poll(() => popup.isClosed()).toBe(true);
    expect(shown).toEqual([]);
    await expect
      .poll(() => app.events())
      .toEqual([
        'msal:logoutStart',
        'msal:accountsCleared',
        'msal:popupOpened',
        'msal:logoutSuccess',
        'msal:serverSignOutConfirmed',
        'msal:logoutEnd',
      ]);
    await expect(app.accounts).toHaveCount(0);
    expect(await app.traces('ada')).toEqual([]);
    expect(await leftOver(app)).toEqual([]);
    expect(await askSilently(page.request, RETURN)).toBe('login_required');
  },
);

test('a popup that is closed by hand leaves the person signed out here', CORE, async ({ page }) => {
  const app = new SampleApp(page);
  await app.open();
  await app.signIn('ada');
  await app.signIn('alan');
  await app.goHome();

  const popup = await app.signOutByPopup();
  await expect(new IdentityServerPages(popup).signedInUsers).toHaveCount(2);
  await popup.close();

  await expect(app.logoutServer).toHaveText('unconfirmed');
  await expect(app.logoutReason).toHaveText('popup_closed');
  await expect(app.logoutLocal).toHaveText('cleared');
  await expect
    .poll(() => app.events())
    .toEqual([
      'msal:logoutStart',
      'msal:accountsCleared',
      'msal:popupOpened',
      'msal:logoutSuccess',
      'msal:logoutEnd',
    ]);
  await expect(app.accounts).toHaveCount(0);
  expect([...(await app.traces('ada')), ...(await app.traces('alan'))]).toEqual([]);
  expect(await askSilently(page.request, RETURN, 'ada')).toBe('signed_in');
});

test(
  'a popup that the browser blocks leaves the person signed out here',
  CORE,
  async ({ page }) => {
    await page.addInitScript(() => {
      window.open = () => null;
    });
    const app = new SampleApp(page);
    await app.open();
    await app.signIn('ada');
    await app.goHome();

    await page.getByTestId('sign-out-popup').click();

    await expect(app.logoutServer).toHaveText('failed');
    await expect(app.logoutReason).toHaveText('popup_blocked');
    expect(await app.events()).not.toContain('msal:popupOpened');
    expect(await app.traces('ada')).toEqual([]);
  },
);

for (const returnPath of ['/signed-out', '/redirect']) {
  test(`where the provider cuts the popup off, the page ${returnPath} completes it`, async ({
    context,
    page,
  }) => {
    await returnTo(context, `${APP}${returnPath}`);
    const app = new SampleApp(page);
    await app.open();
    await app.signIn('ada');
    await app.goHome();

    const popup = await app.signOutByPopup();

    await expect(app.logoutServer).toHaveText('confirmed');
    await expect(app.logoutReason).toHaveCount(0);
    await expect.poll(() => popup.isClosed()).toBe(true);
    await expect.poll(() => app.events()).toContain('msal:serverSignOutConfirmed');
    await expect.poll(() => leftOver(app)).toEqual([]);
  });
}

/** The addresses at which a popup shows something of the app, from now on. */
async function watchPopups(context: BrowserContext): Promise<readonly string[]> {
  const shown: string[] = [];
  await context.exposeFunction('reportShown', (address: string) => shown.push(address));
  await context.addInitScript((app) => {
    if (location.origin !== app) return;
    new MutationObserver(() => {
      if (!document.querySelector('main')) return;
      const { reportShown } = window as unknown as { reportShown: (address: string) => void };
      reportShown(location.href);
    }).observe(document, { childList: true, subtree: true });
  }, APP);
  return shown;
}

/** Has the provider send the browser to `address`, and isolate its pages from whoever has opened them. */
async function returnTo(context: BrowserContext, address: string): Promise<void> {
  await context.route(`${IDENTITY_SERVER}/session/end?*`, async (route) => {
    const url = new URL(route.request().url());
    url.searchParams.set('post_logout_redirect_uri', address);
    const response = await route.fetch({ ...RECONNECT, url: url.href, maxRedirects: 0 });
    const headers = { ...response.headers(), 'cross-origin-opener-policy': 'same-origin' };
    await route.fulfill({ response, headers });
  });
}

/** What the library has not tidied up; its notes count for a day, and the tab remembers which accounts it has. */
async function leftOver(app: SampleApp): Promise<readonly string[]> {
  return Object.keys(await app.storage()).filter(
    (key) => /^end-session\.(?!note\.|tab$)/.test(key) || key === 'msal.interaction.status',
  );
}

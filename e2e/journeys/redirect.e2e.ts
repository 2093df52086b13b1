import { expect, test } from '@playwright/test';
import { CORE } from '../core';
import { APP, IDENTITY_SERVER } from '../addresses';
import { askSilently, IdentityServerPages } from '../pages/identity-server';
import { SampleApp } from '../pages/sample-app';

const RETURN = `${APP}/redirect`;

test('signs in, reads mail, signs out here and at the provider', CORE, async ({ page }) => {
  const app = new SampleApp(page);
  await app.open();
  await app.signIn('ada');
  await app.openInbox();
  expect(await askSilently(page.request, RETURN)).toBe('signed_in');
  const before = Object.keys(await app.storage()).filter((key) => /\bada\b/.test(key));
  expect(before.length).toBeGreaterThanOrEqual(4);

  const endSession = page.waitForRequest((request) =>
    request.url().startsWith(`${IDENTITY_SERVER}/session/end?`),
  );
  await app.signOutByRedirect();
  const sent = new URL((await endSession).url()).searchParams;
  expect(sent.get('client_id')).toBe('sample-app');
  expect(sent.get('logout_hint')).toBe('ada');
  expect(sent.get('post_logout_redirect_uri')).toBe(`${APP}/signed-out`);

  await expect(app.logoutServer).toHaveText('confirmed');
  await expect(app.logoutLocal).toHaveText('cleared');
  expect(page.url()).toBe(`${APP}/signed-out`);
  await expect
    .poll(() => app.events())
    .toEqual([
      'msal:logoutStart',
      'msal:accountsCleared',
      'msal:logoutSuccess',
      'msal:serverSignOutConfirmed',
      'msal:logoutEnd',
    ]);
  await expect(app.accounts).toHaveCount(0);

  const after = await app.storage();
  expect(Object.entries(after).filter((entry) => /\bada\b/.test(entry.join()))).toEqual([]);
  // Notes count for a day, and the tab remembers which accounts it has.
  const ours = Object.keys(after).filter((key) => /^end-session\.(?!note\.|tab$)/.test(key));
  expect(ours).toEqual([]);
  expect(await askSilently(page.request, RETURN)).toBe('login_required');
});

test('with two people signed in, the provider asks whom to sign out', CORE, async ({ page }) => {
  const app = new SampleApp(page);
  await app.open();
  await app.signIn('ada');
  await app.signIn('alan');
  await expect(app.accounts).toHaveCount(2);

  await app.signOutByRedirect();
  const provider = new IdentityServerPages(page);
  await expect(provider.signedInUsers).toHaveCount(2);
  await page.getByTestId('op-everybody').click();
  await provider.confirmSignOut();

  await expect(app.logoutServer).toHaveText('confirmed');
  expect(await askSilently(page.request, RETURN, 'ada')).toBe('login_required');
  expect(await askSilently(page.request, RETURN, 'alan')).toBe('login_required');
});

test('a sign-in right after the sign-out works', async ({ page }) => {
  const app = new SampleApp(page);
  await app.open();
  await app.signIn('ada');
  await app.signOutByRedirect();
  await expect(app.logoutServer).toHaveText('confirmed');

  await app.signIn('alan');
  await app.openInbox();
  await expect(app.accounts).toHaveCount(1);
});

import { expect, test } from '@playwright/test';
import { CORE } from '../core';
import { APP, IDENTITY_SERVER } from '../addresses';
import { askSilently } from '../pages/identity-server';
import { SampleApp } from '../pages/sample-app';

const RETURN = `${APP}/redirect`;
const EVENTS = ['msal:logoutStart', 'msal:accountsCleared', 'msal:logoutSuccess', 'msal:logoutEnd'];

test('signs out here only: the session at the provider lives on', CORE, async ({ page }) => {
  const app = new SampleApp(page);
  await app.open();
  await app.signIn('ada');
  await app.goHome();

  await app.signOutHereOnly();

  await expect(app.logoutServer).toHaveText('skipped');
  await expect(app.logoutLocal).toHaveText('cleared');
  await expect(app.logoutReason).toHaveCount(0);
  expect(page.url()).toBe(`${APP}/signed-out`);
  await expect.poll(() => app.events()).toEqual(EVENTS);
  await expect(app.accounts).toHaveCount(0);
  expect(await app.traces('ada')).toEqual([]);
  expect(await askSilently(page.request, RETURN)).toBe('signed_in');
});

test('with "Stay on this page" a redirect signs out here only', async ({ page }) => {
  const toProvider: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(`${IDENTITY_SERVER}/session/end`)) toProvider.push(request.url());
  });
  const app = new SampleApp(page);
  await app.open();
  await app.signIn('ada');
  await app.goHome();

  await app.stayHere.click();
  await app.signOutByRedirect();

  await expect(app.logoutServer).toHaveText('skipped');
  expect(page.url()).toBe(`${APP}/signed-out`);
  await expect.poll(() => app.events()).toEqual(EVENTS);
  expect(await app.traces('ada')).toEqual([]);
  expect(toProvider).toEqual([]);
  expect(await askSilently(page.request, RETURN)).toBe('signed_in');
});

test('the menu beside "Sign out" works from the inbox, with the keyboard alone', async ({
  page,
}) => {
  const app = new SampleApp(page);
  await app.open();
  await app.signIn('ada');
  await app.openInbox();

  await page.getByTestId('sign-out-redirect').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Sign out in a popup' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');

  await expect(app.logoutServer).toHaveText('skipped');
  await expect(page.getByRole('main')).toBeFocused();
});

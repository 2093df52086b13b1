import { expect, test } from '@playwright/test';
import { CORE } from '../core';
import { APP } from '../addresses';
import { askSilently, IdentityServerPages } from '../pages/identity-server';
import { SampleApp } from '../pages/sample-app';

const RETURN = `${APP}/redirect`;

test.beforeEach(async ({ page }) => {
  const app = new SampleApp(page);
  await app.open();
  await app.signIn('ada');
  await app.signIn('alan');
  await app.goHome();
});

test('one of two signs out, and the other goes on reading mail', CORE, async ({ page }) => {
  const app = new SampleApp(page);

  await app.signOutAccount('Alan Turing');

  await expect(app.logoutServer).toHaveText('confirmed');
  await expect(app.accounts).toHaveText(['Ada Lovelace']);
  expect(await app.traces('alan')).toEqual([]);
  expect(await askSilently(page.request, RETURN, 'alan')).toBe('login_required');
  expect(await askSilently(page.request, RETURN, 'ada')).toBe('signed_in');

  await app.openInbox();
  await expect(page.getByTestId('inbox')).toContainText('Ada Lovelace');
  await page.reload();
  await expect(app.inboxItems.first()).toBeVisible();
});

test('one of two signs out in a popup, and the other keeps the page', CORE, async ({ page }) => {
  const app = new SampleApp(page);
  await app.openWaysToSignOut('Ada Lovelace');
  const opened = page.waitForEvent('popup');

  await page.getByRole('menuitem', { name: 'Sign out in a popup' }).click();

  const popup = await opened;
  await expect(app.logoutServer).toHaveText('confirmed');
  await expect.poll(() => popup.isClosed()).toBe(true);
  await expect(app.accounts).toHaveText(['Alan Turing']);
  expect(await app.traces('ada')).toEqual([]);
  expect(await askSilently(page.request, RETURN, 'ada')).toBe('login_required');
  await app.openInbox();
});

test('one of two signs out here only, and both sessions live on', async ({ page }) => {
  const app = new SampleApp(page);
  await app.openWaysToSignOut('Ada Lovelace');

  await page.getByRole('menuitem', { name: 'Sign out here only' }).click();

  await expect(app.logoutServer).toHaveText('skipped');
  await expect(app.accounts).toHaveText(['Alan Turing']);
  expect(await app.traces('ada')).toEqual([]);
  expect(await askSilently(page.request, RETURN, 'ada')).toBe('signed_in');
  await app.openInbox();
});

test('everybody signs out at once, and the provider asks whom it is to forget', async ({
  page,
}) => {
  const app = new SampleApp(page);

  await app.signOutEverybody();
  const provider = new IdentityServerPages(page);
  await expect(provider.signedInUsers).toHaveCount(2);
  await page.getByTestId('op-everybody').click();
  await provider.confirmSignOut();

  await expect(app.logoutServer).toHaveText('confirmed');
  await expect(app.accounts).toHaveCount(0);
  expect([...(await app.traces('ada')), ...(await app.traces('alan'))]).toEqual([]);
  expect(await askSilently(page.request, RETURN, 'ada')).toBe('login_required');
  expect(await askSilently(page.request, RETURN, 'alan')).toBe('login_required');
});

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { CORE } from '../core';
import { APP } from '../addresses';
import { ON_THE_WAY } from '../on-the-way';
import { askSilently, IdentityServerPages } from '../pages/identity-server';
import { SampleApp } from '../pages/sample-app';

const RETURN = `${APP}/redirect`;

/** Two people sign out; the provider asks which of them, and nobody answers. */
async function leaveForProvider(page: Page): Promise<SampleApp> {
  const app = new SampleApp(page);
  await app.open();
  await app.signIn('ada');
  await app.signIn('alan');
  await app.signOutByRedirect();
  await expect(new IdentityServerPages(page).signedInUsers).toHaveCount(2);
  return app;
}

async function confirmForBoth(page: Page): Promise<void> {
  await page.getByTestId('op-everybody').click();
  await new IdentityServerPages(page).confirmSignOut();
}

for (const { how, back } of [
  { how: 'goes Back from the provider', back: (page: Page) => page.goBack() },
  { how: 'types the address of the app', back: (page: Page) => page.goto('/') },
]) {
  test(`who ${how} can finish the sign-out`, CORE, async ({ page }) => {
    const app = await leaveForProvider(page);

    await back(page);
    await expect(app.interrupted).toBeVisible();
    await expect(app.accounts).toHaveCount(0);
    await expect.poll(() => app.events()).toContain('msal:logoutInterrupted');
    expect(await askSilently(page.request, RETURN, 'ada')).toBe('signed_in');

    await app.resume();
    await confirmForBoth(page);
    await expect(app.logoutServer).toHaveText('confirmed');
    await expect(app.interrupted).toHaveCount(0);
    expect(await askSilently(page.request, RETURN, 'ada')).toBe('login_required');
    expect(await askSilently(page.request, RETURN, 'alan')).toBe('login_required');
  });
}

test('whoever comes next is told when the tab was closed on the way', async ({ context, page }) => {
  await page.clock.install();
  await leaveForProvider(page);
  await page.close();

  const next = new SampleApp(await context.newPage());
  await next.open();
  await next.page.clock.fastForward(ON_THE_WAY);
  await expect(next.interrupted).toBeVisible();

  await next.resume();
  await confirmForBoth(next.page);
  await expect(next.logoutServer).toHaveText('confirmed');
  expect(await askSilently(next.page.request, RETURN, 'alan')).toBe('login_required');
});

test('a popup that was closed by hand can be made up for at once', async ({ page }) => {
  const app = new SampleApp(page);
  await app.open();
  await app.signIn('ada');
  await app.signIn('alan');
  await app.goHome();
  const popup = await app.signOutByPopup();
  await expect(new IdentityServerPages(popup).signedInUsers).toHaveCount(2);
  await popup.close();

  await expect(app.logoutReason).toHaveText('popup_closed');
  await expect(app.interrupted).toBeVisible();
  await app.resume();
  await confirmForBoth(page);
  await expect(app.logoutServer).toHaveText('confirmed');
});

test('is not told again once it is dismissed, in no tab', async ({ context, page }) => {
  await page.clock.install();
  const app = await leaveForProvider(page);
  await page.goto('/');
  await expect(app.interrupted).toBeVisible();
  const other = new SampleApp(await context.newPage());
  await other.open();
  await other.page.clock.fastForward(ON_THE_WAY);
  await expect(other.interrupted).toBeVisible();

  await app.dismiss();

  await expect(app.interrupted).toHaveCount(0);
  await expect(other.interrupted).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Sign out, and see it happen' })).toBeVisible();
  await expect(app.interrupted).toHaveCount(0);
});

test('is forgotten of who signs in again', async ({ page }) => {
  await page.clock.install();
  const app = await leaveForProvider(page);
  await page.goto('/');
  await expect(app.interrupted).toBeVisible();

  await app.signIn('ada');
  await page.clock.fastForward(ON_THE_WAY);
  await expect(app.interrupted).toBeVisible();
  await app.signIn('alan');
  await expect(app.interrupted).toHaveCount(0);
});

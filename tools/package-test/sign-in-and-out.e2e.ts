import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { StoredEntries } from '../../e2e/harness/stored-entries';
import { entriesOf, keyedBy, secretsLeft } from '../../e2e/harness/stored-entries';
import { askSilently, IdentityServerPages } from '../../e2e/pages/identity-server';

const IDENTITY_SERVER = process.env['IDENTITY_SERVER'] ?? '';
const ANGULAR_VERSION = process.env['ANGULAR_VERSION'] ?? '';

test('signs in with MSAL, and out with the package', async ({ page, baseURL }) => {
  const ask = () => askSilently(page.request, `${baseURL ?? ''}/`, 'ada', IDENTITY_SERVER);

  await page.goto('/');
  await expect(page.locator('app-root')).toHaveAttribute('ng-version', ANGULAR_VERSION);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await new IdentityServerPages(page).pick('ada');
  await expect(page.getByText('Hello, Ada Lovelace')).toBeVisible();
  const signedIn = await storedEntries(page);
  expect(Object.keys(keyedBy('ada', signedIn)).length).toBeGreaterThanOrEqual(3);
  expect(await ask()).toBe('signed_in');

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('/signed-out');
  await expect(
    page.getByText('Your session at the identity provider has ended, too.'),
  ).toBeVisible();
  const signedOut = await storedEntries(page);
  expect(secretsLeft('ada', signedIn, signedOut)).toEqual([]);
  expect(entriesOf('ada', signedOut)).toEqual({});
  expect(await ask()).toBe('login_required');
});

function storedEntries(page: Page): Promise<StoredEntries> {
  return page.evaluate(() => ({
    localStorage: { ...localStorage },
    sessionStorage: { ...sessionStorage },
  }));
}

import type { Page } from '@playwright/test';
import { CORE } from '../core';
import { expect, test } from '../harness/router-test';
import { RECONNECT } from '../reconnect';

test.use({ application: 'rendered' });

/** What a page that was hydrated without a mismatch writes to the console, and nothing else. */
const HYDRATED = [
  'Angular is running in development mode.',
  expect.stringMatching(/^Angular hydrated 2 component\(s\).* 0 component\(s\) were skipped/),
];

/** What the page writes to the console from now on, errors included; what MSAL logs, aside. */
function writtenBy(page: Page): readonly string[] {
  const written: string[] = [];
  page.on('console', (message) => {
    if (!message.text().startsWith('log: ')) written.push(message.text());
  });
  page.on('pageerror', (error) => written.push(error.message));
  return written;
}

test(
  'a server lets everybody pass, does nothing else, and comes to an end',
  CORE,
  async ({ request }) => {
    // The page is rendered by a process that has to end by itself and may not write anything else.
    const response = await request.get('/rendered/v5/eager', { ...RECONNECT, timeout: 0 });

    expect(response.status()).toBe(200);
    expect(await response.text()).toMatch(/<app-root.* ng-server-context=.*eager: 0/s);
  },
);

test('a guarded page that a server has rendered is hydrated for who is signed in', async ({
  tab,
}) => {
  await tab.signIn('ada');
  const written = writtenBy(tab.page);

  await tab.open('eager');

  await expect(tab.people).toHaveText('ada');
  await tab.shown.click();
  await expect(tab.shown).toHaveText('eager: 1');
  expect(written).toEqual(HYDRATED);

  await tab.beginSignOut();
  expect(await tab.arrivalAt('/signed-out')).toMatchObject({ wantedUrl: '/eager' });
});

test('a guarded page that a server has rendered is left by who is not signed in', async ({
  tab,
}) => {
  const written = writtenBy(tab.page);

  await tab.open('eager');

  expect(await tab.arrivalAt('/signed-out')).toMatchObject({ wantedUrl: '/eager' });
  await expect(tab.shown).toHaveText('signed-out: 0');
  await expect(tab.people).toHaveText('');
  expect(written.filter((text) => /NG0?5\d\d|rror/.test(text))).toEqual([]);
});

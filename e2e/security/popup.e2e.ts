import type { Page } from '@playwright/test';
import { HARNESS, OTHER_ORIGINS } from '../harness/addresses';
import { confirmForEverybody } from '../harness/provider';
import type { MsalPage } from '../harness/msal-page';
import { expect, test } from '../harness/test';
import { speak } from './somebody-else';

test.use({ cacheLocation: 'sessionStorage' });

const SOMEBODY_ELSE = OTHER_ORIGINS['on another site'];

/** The popup of a sign-out of two people, at the provider's question whom it is about. */
async function openPopup(app: MsalPage): Promise<Page> {
  await app.signIn('ada', 'alan');
  const opened = app.page.waitForEvent('popup');
  await app.beginSignOut('logoutPopup');
  const popup = await opened;
  await popup.getByTestId('op-everybody').waitFor();
  return popup;
}

/** Has the provider's page lead to another one: unlike an address that is typed in, it keeps the opener. */
async function leadTo(popup: Page, url: string): Promise<void> {
  // In a task of its own: the page has said that it is done before it is gone.
  await popup.evaluate((url) => void setTimeout(() => (window.location.href = url)), url);
  await popup.waitForURL(url);
}

/** The id that only the application and the provider know. */
function stateIdIn(popup: Page): string {
  const state = new URL(popup.url()).searchParams.get('state') ?? '';
  return (JSON.parse(atob(state)) as { id: string }).id;
}

test('a page of somebody else in the popup cannot say that it is back', async ({ app }) => {
  const popup = await openPopup(app);
  const stateId = stateIdIn(popup);

  await leadTo(popup, SOMEBODY_ELSE);
  await speak(popup, app.page, stateId);

  expect(await app.isSettled()).toBe(false);
  await popup.close();
  expect(await app.result()).toMatchObject({ server: 'unconfirmed', reason: 'popup_closed' });
  expect(await app.eventTypes()).not.toContain('serverSignOutConfirmed');
});

test('a page of somebody else in the popup cannot read the one that opened it', async ({ app }) => {
  const popup = await openPopup(app);
  await leadTo(popup, SOMEBODY_ELSE);

  const read = await popup.evaluate(() => {
    const opener = window.opener as Window;
    const attempts = {
      document: () => opener.document.title,
      location: () => opener.location.href,
      storage: () => opener.sessionStorage.length,
      client: () => opener.client.accounts.length,
    };
    return {
      own: sessionStorage.length,
      ...Object.fromEntries(
        Object.entries(attempts).map(([name, attempt]) => {
          try {
            return [name, String(attempt())];
          } catch (error) {
            return [name, (error as Error).name];
          }
        }),
      ),
    };
  });

  expect(read).toEqual({
    own: 0,
    document: 'SecurityError',
    location: 'SecurityError',
    storage: 'SecurityError',
    client: 'SecurityError',
  });
});

test('the popup has no copy of the tokens in sessionStorage, also when it is back here', async ({
  app,
}) => {
  const popup = await openPopup(app);
  await leadTo(popup, `${HARNESS}/plain`);

  expect(await popup.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
});

test('a page in the popup can send the one that opened it elsewhere', async ({ app, page }) => {
  const popup = await openPopup(app);

  await popup.evaluate((url) => {
    (window.opener as Window).location.href = url;
  }, SOMEBODY_ELSE);

  await page.waitForURL(`${SOMEBODY_ELSE}/`);
});

test('a page in the popup cannot do that to one with a Cross-Origin-Opener-Policy', async ({
  app,
}) => {
  await app.open('/v5/?coop');
  const popup = await openPopup(app);

  expect(await popup.evaluate(() => window.opener as unknown)).toBeNull();
  await confirmForEverybody(popup);
  await expect.poll(() => app.eventTypes()).toContain('serverSignOutConfirmed');
});

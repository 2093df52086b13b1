import type { BrowserContext } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { APP, IDENTITY_SERVER } from '../addresses';
import { SampleApp } from '../pages/sample-app';
import { RECONNECT } from '../reconnect';
import { violations } from './violations';

const NONCE = 'c3R5bGVz';

/** What Angular's own documentation asks for, and for Angular Material the policy of its icons. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' 'nonce-${NONCE}'`,
  `connect-src 'self' ${IDENTITY_SERVER}`,
  `frame-src 'self' ${IDENTITY_SERVER}`,
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types angular angular#components',
].join('; ');

// A page that a test has answered for does not count as one of this machine, which the provider is on.
test.use({ permissions: ['local-network-access'] });

/** Serves the pages of the sample app as a server with a strict policy does, with a nonce for styles. */
async function serveStrictly(context: BrowserContext): Promise<void> {
  await context.route(`${APP}/**`, async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const response = await route.fetch(RECONNECT);
    const body = await response.text();
    return route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': CONTENT_SECURITY_POLICY },
      body: body.replace('<app-root', `<app-root ngCspNonce="${NONCE}"`),
    });
  });
}

test('an Angular application signs out under a strict Content-Security-Policy', async ({
  context,
  page,
}) => {
  await serveStrictly(context);
  const found = await violations(context);
  const app = new SampleApp(page);
  await app.open();

  await app.signIn('ada');
  await app.goHome();
  await app.signOutByPopup();
  await expect.poll(() => app.events()).toContain('msal:serverSignOutConfirmed');

  await app.open();
  await app.signIn('ada');
  await app.goHome();
  await app.signOutByRedirect();
  await expect(app.logoutServer).toHaveText('confirmed');

  await app.open();
  await app.signIn('ada');
  await app.goHome();
  await app.signOutHereOnly();
  await expect(app.logoutServer).toHaveText('skipped');

  expect(found).toEqual([]);
  // Were the policy not in force, there would be nothing to find.
  await expect(
    page.evaluate(() => {
      document.createElement('p').innerHTML = '<b></b>';
    }),
  ).rejects.toThrow('TrustedHTML');
});

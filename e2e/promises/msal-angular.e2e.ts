import type { Page } from '@playwright/test';
import { CORE } from '../core';
import { HARNESS, HARNESS_IDENTITY_SERVER } from '../harness/addresses';
import type {} from '../harness/browser/msal-angular';
import { expect, test } from '../harness/test';
import { IdentityServerPages } from '../pages/identity-server';

/** An application with msal-angular's guard and interceptor in which somebody has signed in and reads mail. */
async function openSignedIn(page: Page, path: string): Promise<void> {
  await page.addInitScript(() => {
    window.harnessOptions = { cacheLocation: 'localStorage', routing: 'path' };
  });
  await page.goto(path);
  await new IdentityServerPages(page).pick('ada');
  await page.waitForFunction(() => window.polls?.includes('mail'));
}

for (const major of [5, 6]) {
  const path = `/msal-angular/v${major}/`;
  const core = major === 5 ? CORE : {};

  for (const way of ['logoutPopup', 'clearCache'] as const) {
    test(
      `msal-angular ${major} does not sign somebody back in after ${way}`,
      core,
      async ({ page }) => {
        await openSignedIn(page, path);
        const signIns: string[] = [];
        page.context().on('request', (request) => {
          const url = request.url();
          if (url.startsWith(`${HARNESS_IDENTITY_SERVER}/auth?`)) signIns.push(url);
        });

        const result = await page.evaluate(
          (method) =>
            new Promise((next, error) => {
              window.logout[method]().subscribe({ next, error });
            }),
          way,
        );
        await page.waitForFunction(() =>
          window.polls?.slice(-10).every((it) => it === 'signed_out'),
        );

        expect(result).toMatchObject({ local: 'cleared' });
        expect(signIns).toEqual([]);
        expect(page.url()).toBe(HARNESS + path);
      },
    );
  }

  test(`msal-angular ${major} signs somebody in who comes again after a sign-out`, async ({
    page,
  }) => {
    await openSignedIn(page, path);
    await page.evaluate(
      () =>
        new Promise((complete, error) => {
          window.logout.logoutPopup().subscribe({ complete: () => complete(null), error });
        }),
    );

    await page.reload();
    await new IdentityServerPages(page).pick('alan');
    await page.waitForFunction(() => window.polls?.includes('mail'));
    expect(
      await page.evaluate(() => window.logout.accounts().map((it) => it.homeAccountId)),
    ).toEqual(['alan']);
  });

  test(
    `msal-angular ${major} lets in who has just signed in, and both guards do their part`,
    core,
    async ({ page }) => {
      await openSignedIn(page, `${path}both-guards`);
      expect(page.url()).toBe(`${HARNESS}${path}both-guards`);

      await page.evaluate(() => void window.logout.clearCache());
      await page.waitForURL(`${HARNESS}${path}signed-out`);
    },
  );
}

import type { Page } from '@playwright/test';
import { digits, Samples } from '../report/figures';
import type { Outcome } from '../report/outcome';
import type { Bench } from './bench';

/** Who waits for a popup, and how often that is measured: MSAL 5 waits for a minute. */
const CANDIDATES = [
  { name: 'engine-instance', label: 'msal-logout', usual: 15 },
  { name: 'msal-4', label: 'MSAL 4', usual: 15 },
  { name: 'msal-5', label: 'MSAL 5', usual: 1 },
] as const;
const LIMIT = 200;

/** How long it takes until a sign-out goes on whose popup somebody has closed. */
export async function closedPopup({ browser, site, samples: take }: Bench): Promise<Outcome> {
  const samples = new Samples();
  for (const { name, usual } of CANDIDATES) {
    for (let round = 0; round < take(usual); round++) {
      const context = await browser.newContext();
      await context.route('https://login.microsoftonline.com/**', (route) =>
        route.fulfill({ contentType: 'text/html', body: 'Signed out?' }),
      );
      const page = await context.newPage();
      await page.goto(`${site.page(name)}?popup`);
      samples.add(name, await measure(page));
      await context.close();
    }
  }
  const ours = samples.median('engine-instance');
  return {
    tables: [
      {
        title: 'A popup that is closed by hand',
        about: 'From the closing until `logoutPopup` comes to its end, in ms.',
        head: ['by', 'median', 'slowest'],
        rows: CANDIDATES.map(({ name, label }) => [
          label,
          digits(samples.median(name)),
          digits(samples.slowest(name)),
        ]),
      },
    ],
    budgets: [
      {
        what: 'a closed popup is noticed',
        limit: `${LIMIT} ms`,
        measured: `${digits(ours)} ms`,
        isKept: ours <= LIMIT,
      },
    ],
    losses:
      ours > samples.median('msal-4')
        ? [
            `A closed popup is noticed ${digits(ours - samples.median('msal-4'))} ms later than by MSAL 4: what it ` +
              `may have said right before is waited for.`,
          ]
        : [],
  };
}

async function measure(page: Page): Promise<number> {
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await page.evaluate(() => window.candidate.start('localStorage'));
  const opened = page.waitForEvent('popup');
  await page.evaluate(() => {
    window.popupDoneAt = window.candidate.logoutPopup?.().then(() => Date.now());
  });
  const popup = await opened;
  await popup.waitForURL('https://login.microsoftonline.com/**');
  const closedAt = Date.now();
  await popup.close();
  const doneAt = await page.evaluate(() => window.popupDoneAt);
  return Number(doneAt) - closedAt;
}

import type { BrowserContext, Page } from '@playwright/test';
import type {} from '../pages/offer-tab';
import { digits, Samples } from '../report/figures';
import type { Outcome } from '../report/outcome';
import type { Bench } from './bench';

const CASES = [3, 4, 5].flatMap((major) =>
  (['localStorage', 'sessionStorage', 'memoryStorage'] as const).map((cacheLocation) => ({
    name: `MSAL ${major}, ${cacheLocation}`,
    page: `tab-${major}`,
    cacheLocation,
  })),
);
const LIMIT = 300;

/** How long the other tab goes on to show a page that nobody may see any more. */
export async function otherTab({ browser, site, samples: take }: Bench): Promise<Outcome> {
  const samples = new Samples();
  for (let round = 0; round < take(8); round++) {
    for (const { name, page, cacheLocation } of CASES) {
      const context = await browser.newContext();
      const here = await openTab(context, site.page(page), cacheLocation);
      const there = await openTab(context, site.page(page), cacheLocation);
      const called = await here.evaluate(() => window.signOut());
      const left = await there.evaluate(() => window.inboxLeft);
      samples.add(name, left - called);
      await context.close();
    }
  }
  return {
    tables: [
      {
        title: "Leaving the other tab's page",
        about:
          'From the call of `clearCache` in one tab until the guarded page of another one is left, in ms. ' +
          "msal-angular's guard looks when somebody navigates, and not before.",
        head: ['cache of', 'median', 'slowest'],
        rows: CASES.map(({ name }) => [
          name,
          digits(samples.median(name)),
          digits(samples.slowest(name)),
        ]),
      },
    ],
    budgets: CASES.map(({ name }) => ({
      what: `the other tab's guarded page is left, ${name}`,
      limit: `${LIMIT} ms`,
      measured: `${digits(samples.median(name))} ms`,
      isKept: samples.median(name) <= LIMIT,
    })),
    losses: [],
  };
}

async function openTab(
  context: BrowserContext,
  url: string,
  cacheLocation: (typeof CASES)[number]['cacheLocation'],
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await page.evaluate((location) => window.openInbox(location), cacheLocation);
  return page;
}

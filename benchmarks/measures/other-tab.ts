import type { BrowserContext, Page } from '@playwright/test';
import type { CacheLocation } from '../pages/offer';
import type {} from '../pages/tab';
import { digits, Samples } from '../report/figures';
import type { Outcome } from '../report/outcome';
import type { Site } from '../site/site';
import type { Bench } from './bench';

const LOCATIONS: readonly CacheLocation[] = ['localStorage', 'sessionStorage'];
const LIMIT = 300;

/** How long the other tab goes on to show a page that nobody may see any more. */
export async function otherTab({ browser, site, samples: take }: Bench): Promise<Outcome> {
  const samples = new Samples();
  for (let round = 0; round < take(15); round++) {
    for (const cacheLocation of LOCATIONS) {
      const context = await browser.newContext();
      const here = await openTab(context, site, cacheLocation);
      const there = await openTab(context, site, cacheLocation);
      const called = await here.evaluate(() => window.signOut());
      const left = await there.evaluate(() => window.inboxLeft);
      samples.add(cacheLocation, left - called);
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
        head: ['cache', 'median', 'slowest'],
        rows: LOCATIONS.map((each) => [
          each,
          digits(samples.median(each)),
          digits(samples.slowest(each)),
        ]),
      },
    ],
    budgets: LOCATIONS.map((each) => ({
      what: `the other tab's guarded page is left, ${each}`,
      limit: `${LIMIT} ms`,
      measured: `${digits(samples.median(each))} ms`,
      isKept: samples.median(each) <= LIMIT,
    })),
    losses: [],
  };
}

async function openTab(
  context: BrowserContext,
  site: Site,
  cacheLocation: CacheLocation,
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(site.page('tab'));
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await page.evaluate((location) => window.openInbox(location), cacheLocation);
  return page;
}

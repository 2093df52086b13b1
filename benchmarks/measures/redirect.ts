import type { Page } from '@playwright/test';
import { digits, rotated, Samples, times } from '../report/figures';
import type { Outcome } from '../report/outcome';
import type { Bench } from './bench';
import type { Entries } from './stored-cache';
import { entriesOfSignIn, fill } from './stored-cache';

const LABELS = {
  'engine-instance': 'msal-logout, instance',
  'engine-configuration': 'msal-logout, configuration',
  'msal-5': 'MSAL 5',
  'msal-4': 'MSAL 4',
} as const;
type Name = keyof typeof LABELS;
const NAMES = Object.keys(LABELS) as Name[];
const TOKENS = 10;

/** How long it takes until a redirect leaves, and what is asked of the network before. */
export async function redirect(bench: Bench): Promise<Outcome> {
  const samples = new Samples();
  const context = await bench.browser.newContext();
  const page = await context.newPage();
  const entries = {
    'msal-4': await entriesOfSignIn(page, bench.site, 'msal-4', 'localStorage'),
    'msal-5': await entriesOfSignIn(page, bench.site, 'msal-5', 'localStorage'),
  };
  const requests = new Map<Name, number>();
  for (let round = 0; round < bench.samples(21); round++) {
    for (const name of rotated(NAMES, round)) {
      const stored = entries[name === 'msal-4' ? 'msal-4' : 'msal-5'];
      const { took, asked } = await measure(page, bench, name, stored);
      samples.add(name, took);
      requests.set(name, Math.max(requests.get(name) ?? 0, asked));
    }
  }
  await context.close();
  const asked = Math.max(
    requests.get('engine-instance') ?? NaN,
    requests.get('engine-configuration') ?? NaN,
  );
  return {
    tables: [
      {
        title: 'Leaving for the provider',
        about:
          `From the call of \`logoutRedirect\` until the navigation is handed to the browser, in ms, with ` +
          `${TOKENS} cached access tokens in localStorage and an authority of Microsoft's; and how many ` +
          `requests are sent in between.`,
        head: ['by', 'median', 'against MSAL 5', 'requests'],
        rows: NAMES.map((name) => [
          LABELS[name],
          digits(samples.median(name)),
          times(samples.median(name), samples.median('msal-5')),
          `${requests.get(name)}`,
        ]),
      },
    ],
    budgets: [
      {
        what: 'network requests before a logout navigates, Entra authority',
        limit: '0',
        measured: `${asked}`,
        isKept: asked === 0,
      },
    ],
    losses: (['engine-instance', 'engine-configuration'] as const)
      .filter((name) => samples.median(name) > samples.median('msal-5'))
      .map(
        (name) =>
          `Leaving for the provider takes ${LABELS[name]} ${times(samples.median(name), samples.median('msal-5'))} as long as MSAL 5.`,
      ),
  };
}

async function measure(page: Page, { site }: Bench, name: Name, stored: Entries) {
  await page.goto(site.page('blank'));
  await fill(page, 'localStorage', stored, TOKENS);
  await page.goto(site.page(name));
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await page.evaluate(() => window.candidate.start('localStorage'));
  let asked = 0;
  const count = (): number => asked++;
  page.on('request', count);
  const called = await page.evaluate(() => {
    const now = performance.now();
    void window.candidate.logoutRedirect?.();
    return now;
  });
  const left = await page.waitForFunction(() => window.leftAt);
  page.off('request', count);
  return { took: Number(await left.jsonValue()) - called, asked };
}

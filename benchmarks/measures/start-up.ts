import type { Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { digits, rotated, Samples } from '../report/figures';
import type { Budget, Outcome } from '../report/outcome';
import { bundlePages } from '../site/bundle';
import type { Bench } from './bench';

const WITHOUT = 'start-without';
const WITH = 'start-with';
const PAGES = [WITHOUT, WITH];
const LABELS: Readonly<Record<string, string>> = { [WITHOUT]: 'without', [WITH]: 'with' };

/** In bytes. */
const SIZES = [
  { page: 'whole-library', what: 'the whole library in an application', limit: 10_000 },
  { page: 'engine-alone', what: 'the engine alone', limit: 6_500 },
];

/** What the library adds to the start of an application, in time and in size. */
export async function startUp({ browser, site, samples: take }: Bench): Promise<Outcome> {
  const samples = new Samples();
  for (let round = 0; round < take(31); round++) {
    for (const name of rotated(PAGES, round)) {
      const page = await browser.newPage();
      await page.goto(site.page('blank'));
      samples.add(name, await load(page, site.script(name)));
      await page.close();
    }
  }
  const scripts = await bundlePages(PAGES);
  const rows = PAGES.map((name) => [
    LABELS[name] ?? '',
    digits(samples.median(name)),
    kilobytes(gzipped(scripts.get(`${name}.js`))),
  ]);
  const more = samples.median(WITH) - samples.median(WITHOUT);
  const larger = gzipped(scripts.get(`${WITH}.js`)) - gzipped(scripts.get(`${WITHOUT}.js`));
  return {
    tables: [
      {
        title: 'Starting an application',
        about:
          'Angular, its Router and MSAL 5, with and without `provideMsalLogout`: from where the browser has the ' +
          'script until the first route is activated, nothing rendered. In ms, and the script in kB, minified and ' +
          'gzipped.',
        head: ['application', 'start', 'script'],
        rows: [...rows, ['difference', digits(more), kilobytes(larger)]],
      },
    ],
    budgets: await sizes(),
    losses: [],
  };
}

/** Evaluates a script that is there already: what the network takes is left out. */
function load(page: Page, address: string): Promise<number> {
  return page.evaluate(async (address) => {
    const script = await (await fetch(address)).blob();
    const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    const before = performance.now();
    await import(url);
    return performance.now() - before;
  }, address);
}

async function sizes(): Promise<readonly Budget[]> {
  const peers = ['@angular/*', 'rxjs', 'rxjs/*', 'tslib'];
  const scripts = await bundlePages(
    SIZES.map(({ page }) => page),
    peers,
  );
  return SIZES.map(({ page, what, limit }) => {
    const size = gzipped(scripts.get(`${page}.js`));
    return {
      what: `${what}, minified and gzipped, peers excluded`,
      limit: kilobytes(limit),
      measured: kilobytes(size),
      isKept: size <= limit,
    };
  });
}

function gzipped(script: Uint8Array | undefined): number {
  if (!script) throw new Error('There is no such script');
  return gzipSync(script, { level: 9 }).length;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

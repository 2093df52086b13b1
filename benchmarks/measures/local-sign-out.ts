import type { Page } from '@playwright/test';
import type { CacheLocation } from '../pages/offer';
import { chart } from '../report/chart';
import { digits, rotated, Samples, times } from '../report/figures';
import type { Budget, Outcome, Table } from '../report/outcome';
import type { Bench } from './bench';
import type { Entries } from './stored-cache';
import { ADA, entriesOfSignIn, fill, tokensLeft } from './stored-cache';

/** Who clears, by page, on a cache that MSAL of that major has written. */
const CANDIDATES = {
  'engine-instance': { label: 'msal-logout, instance', msal: 'msal-5' },
  'engine-configuration': { label: 'msal-logout, configuration', msal: 'msal-5' },
  'msal-5': { label: 'MSAL 5', msal: 'msal-5' },
  'msal-4': { label: 'MSAL 4', msal: 'msal-4' },
  bare: { label: 'bare removeItem', msal: 'msal-5' },
} as const;
type Name = keyof typeof CANDIDATES;
const NAMES = Object.keys(CANDIDATES) as Name[];

/** How many samples are taken, by the number of tokens: the long ones vary less, and MSAL's take a minute. */
const SIZES = new Map([
  [1, { usual: 21, ofMsal: 21 }],
  [10, { usual: 21, ofMsal: 21 }],
  [100, { usual: 15, ofMsal: 15 }],
  [1000, { usual: 7, ofMsal: 7 }],
  [4000, { usual: 5, ofMsal: 1 }],
]);
/** A difference that cannot be told from chance is none. */
const TIE = 1.05;
const LOCATIONS: readonly CacheLocation[] = ['localStorage', 'sessionStorage'];
const TARGETS = [
  { whom: 'everybody', person: undefined },
  { whom: 'one of two', person: ADA },
];

/** How long it takes until somebody is signed out of this browser. */
export async function localSignOut(bench: Bench): Promise<Outcome> {
  const samples = new Samples();
  for (const cacheLocation of LOCATIONS) {
    const context = await bench.browser.newContext();
    const page = await context.newPage();
    const entries = {
      'msal-4': await entriesOfSignIn(page, bench.site, 'msal-4', cacheLocation),
      'msal-5': await entriesOfSignIn(page, bench.site, 'msal-5', cacheLocation),
    };
    for (const [tokens, { usual, ofMsal }] of SIZES) {
      for (let round = 0; round < bench.samples(usual); round++) {
        for (const { whom, person } of TARGETS) {
          for (const name of rotated(NAMES, round)) {
            if (name.startsWith('msal') && round >= ofMsal) continue;
            const stored = entries[CANDIDATES[name].msal];
            const cache = { cacheLocation, stored, tokens };
            const took = await measure(page, bench, name, cache, person);
            samples.add(cell(cacheLocation, whom, tokens, name), took);
          }
        }
      }
    }
    await context.close();
  }
  return report(samples);
}

interface Cache {
  readonly cacheLocation: CacheLocation;
  readonly stored: Entries;
  readonly tokens: number;
}

/** Once, in a page that has just been loaded, as when somebody clicks. */
async function measure(
  page: Page,
  { site }: Bench,
  name: Name,
  { cacheLocation, stored, tokens }: Cache,
  person: string | undefined,
): Promise<number> {
  await page.goto(site.page('blank'));
  await fill(page, cacheLocation, stored, tokens);
  await page.goto(site.page(name));
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await page.evaluate((location) => window.candidate.start(location), cacheLocation);
  const before = await tokensLeft(page, cacheLocation);
  if (before !== tokens) throw new Error(`${name} starts with ${before} tokens, not ${tokens}`);
  const took = await page.evaluate(async (person) => {
    const start = performance.now();
    await window.candidate.clearCache(person);
    return performance.now() - start;
  }, person);
  const left = await tokensLeft(page, cacheLocation);
  if (left > 0) throw new Error(`${name} has left ${left} tokens`);
  return took;
}

function cell(location: CacheLocation, whom: string, tokens: number, name: Name): string {
  return [location, whom, tokens, name].join();
}

function report(samples: Samples): Outcome {
  const tables = LOCATIONS.flatMap((location) =>
    TARGETS.map(({ whom }) => table(samples, location, whom)),
  );
  const of = (name: Name, tokens: number): number =>
    samples.median(cell('localStorage', 'everybody', tokens, name));
  const lines = NAMES.map((name) => ({
    label: CANDIDATES[name].label,
    points: [...SIZES.keys()].map((tokens) => [tokens, of(name, tokens)] as const),
  }));
  const svg = chart('Signing everybody out, localStorage', 'access tokens', 'ms', lines);
  return {
    tables,
    budgets: budgets(samples),
    losses: losses(samples),
    charts: { 'local-sign-out.svg': svg },
  };
}

function table(samples: Samples, location: CacheLocation, whom: string): Table {
  const at = (tokens: number, name: Name): number =>
    samples.median(cell(location, whom, tokens, name));
  return {
    title: `Signing ${whom} out, ${location}`,
    about:
      'From the call of `clearCache` until its promise has settled, in ms. MSAL with 4,000 tokens was measured once.',
    head: [
      'cached access tokens',
      ...NAMES.map((name) => CANDIDATES[name].label),
      'instance / MSAL 5',
      'configuration / MSAL 5',
      'configuration / bare',
    ],
    rows: [...SIZES.keys()].map((tokens) => [
      tokens.toLocaleString('en-GB'),
      ...NAMES.map((name) => digits(at(tokens, name))),
      times(at(tokens, 'engine-instance'), at(tokens, 'msal-5')),
      times(at(tokens, 'engine-configuration'), at(tokens, 'msal-5')),
      times(at(tokens, 'engine-configuration'), at(tokens, 'bare')),
    ]),
  };
}

/** Each holds for both storages and for either target, so the worst of them counts. */
function budgets(samples: Samples): readonly Budget[] {
  const worst = (name: Name, reference: Name, tokens: number, whoms: readonly string[]): number =>
    Math.max(
      ...LOCATIONS.flatMap((location) =>
        whoms.map((whom) => {
          const at = (each: Name): number => samples.median(cell(location, whom, tokens, each));
          return at(name) / at(reference);
        }),
      ),
    );
  const all = TARGETS.map(({ whom }) => whom);
  const faster = 1 / worst('engine-configuration', 'msal-5', 1000, all);
  const bare = worst('engine-configuration', 'bare', 1000, all);
  return [
    ...all.map((whom) => {
      const ratio = worst('engine-instance', 'msal-5', 10, [whom]);
      return {
        what: `local sign-out of ${whom}, 10 tokens, with an instance`,
        limit: 'not slower than MSAL 5',
        measured: `${digits(ratio)} × MSAL 5`,
        isKept: ratio <= 1,
      };
    }),
    {
      what: 'local sign-out, 1,000 tokens, with a configuration',
      limit: '20 times faster than MSAL 5',
      measured: `${digits(faster)} times faster`,
      isKept: faster >= 20,
    },
    {
      what: 'the same, against bare `removeItem` calls',
      limit: 'at most 3 ×',
      measured: `${digits(bare)} ×`,
      isKept: bare <= 3,
    },
  ];
}

/** Where MSAL was faster. */
function losses(samples: Samples): readonly string[] {
  const cells = LOCATIONS.flatMap((location) =>
    TARGETS.flatMap(({ whom }) => [...SIZES.keys()].map((tokens) => ({ location, whom, tokens }))),
  );
  return cells.flatMap(({ location, whom, tokens }) => {
    const at = (name: Name): number => samples.median(cell(location, whom, tokens, name));
    return (['engine-instance', 'engine-configuration'] as const)
      .filter((ours) => at(ours) > TIE * at('msal-5'))
      .map(
        (ours) =>
          `Signing ${whom} out, ${location}, access tokens: ${tokens}. ${CANDIDATES[ours].label} takes ` +
          `${digits(at(ours))} ms, MSAL 5 ${digits(at('msal-5'))} ms.`,
      );
  });
}

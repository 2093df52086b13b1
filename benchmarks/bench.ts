// `npm run bench`: measures this library beside MSAL in a real browser, and writes docs/performance.md.
//   npm run bench -- --quick             a quarter of the samples; nothing is written
//   npm run bench -- redirect other-tab  these only; nothing is written
import { chromium } from '@playwright/test';
import { parseArgs } from 'node:util';
import { findChromium } from '../tools/find-chromium';
import { angularCosts } from './measures/angular-costs';
import type { Bench } from './measures/bench';
import { closedPopup } from './measures/closed-popup';
import { localSignOut } from './measures/local-sign-out';
import { otherTab } from './measures/other-tab';
import { redirect } from './measures/redirect';
import { startUp } from './measures/start-up';
import { writeDocument } from './report/document';
import type { Outcome } from './report/outcome';
import { print } from './report/print';
import { serveSite } from './site/site';

const PAGES = [
  'msal-5',
  'msal-4',
  'engine-instance',
  'engine-configuration',
  'bare',
  'angular-costs',
  'tab-3',
  'tab-4',
  'tab-5',
  'start-without',
  'start-with',
];

const MEASURES: Readonly<Record<string, (bench: Bench) => Promise<Outcome>>> = {
  'local-sign-out': localSignOut,
  redirect,
  'other-tab': otherTab,
  'closed-popup': closedPopup,
  'angular-costs': angularCosts,
  'start-up': startUp,
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { quick: { type: 'boolean', default: false } },
  });
  const unknown = positionals.filter((name) => !(name in MEASURES));
  if (unknown.length > 0) {
    throw new Error(
      `No such benchmark: ${unknown.join()}. There are ${Object.keys(MEASURES).join()}.`,
    );
  }
  const site = await serveSite(PAGES);
  const browser = await chromium.launch({ executablePath: findChromium() });
  try {
    const bench: Bench = {
      browser,
      site,
      samples: (usual) => (values.quick ? Math.ceil(usual / 4) : usual),
    };
    const outcomes: Outcome[] = [];
    for (const [name, measure] of Object.entries(MEASURES)) {
      if (positionals.length > 0 && !positionals.includes(name)) continue;
      console.log(`\n${name} …`);
      const outcome = await measure(bench);
      print(outcome);
      outcomes.push(outcome);
    }
    const isWhole = !values.quick && positionals.length === 0;
    if (isWhole) await writeDocument(outcomes, browser.version());
  } finally {
    await browser.close();
    site.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

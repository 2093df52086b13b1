import type { BrowserContext } from '@playwright/test';
import { test as base, chromium } from '@playwright/test';
import { FULL_BROWSER } from '../full-browser';
import { HiddenTabsBrowser } from './hidden-tabs-browser';
import type { Program } from './program';

interface Fixtures {
  readonly needs: Program['needs'];
  /** Where a program opens its tabs. */
  readonly tabs: BrowserContext;
}

/** Playwright's `test` with a browser that has what a program needs. */
export const test = base.extend<Fixtures>({
  needs: [undefined, { option: true }],
  tabs: async ({ browser, needs }, use) => {
    if (needs === undefined) {
      const context = await browser.newContext();
      await use(context);
      await context.close();
      return;
    }
    base.skip(FULL_BROWSER === '', 'needs a Chromium with its own user interface');
    const full =
      needs === 'bfcache' ? await keepingPages() : await HiddenTabsBrowser.start(FULL_BROWSER);
    await use(full.context);
    await full.quit();
  },
});

/** Playwright starts Chromium without its back/forward cache. */
async function keepingPages(): Promise<Pick<HiddenTabsBrowser, 'context' | 'quit'>> {
  const browser = await chromium.launch({
    executablePath: FULL_BROWSER,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  return { context: await browser.newContext(), quit: () => browser.close() };
}

export { expect } from '@playwright/test';

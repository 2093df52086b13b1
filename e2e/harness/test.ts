import type { TestDetails } from '@playwright/test';
import { test as base } from '@playwright/test';
import { CORE } from '../core';
import { HARNESS } from './addresses';
import type { HarnessOptions } from './browser/globals';
import type { Major } from './msal-page';
import { MsalPage } from './msal-page';
import { Provider } from './provider';
import { APP_ENTRIES } from './stored-entries';

export interface Fixtures extends HarnessOptions {
  readonly major: Major;
  /** A page that is open, with nobody signed in, and with entries of the application in both storages. */
  readonly app: MsalPage;
  readonly provider: Provider;
}

const MAJORS: readonly Major[] = [3, 4, 5];

/** Playwright's `test` on the pages of the harness. */
export const test = base.extend<Fixtures>({
  baseURL: HARNESS,
  major: [5, { option: true }],
  cacheLocation: ['localStorage', { option: true }],
  routing: ['path', { option: true }],
  provider: async ({ context }, use) => {
    await use(new Provider(context.request));
  },
  app: async ({ context, page, provider, major, cacheLocation, routing }, use) => {
    await context.addInitScript(
      (options) => {
        window.harnessOptions = options;
      },
      { cacheLocation, routing } satisfies HarnessOptions,
    );
    const app = new MsalPage(page, major, provider);
    await app.open();
    await page.evaluate((entries) => {
      Object.assign(localStorage, entries);
      Object.assign(sessionStorage, entries);
    }, APP_ENTRIES);
    await use(app);
  },
});

/** Declares the same tests for every major of MSAL. Those that take the `core` details are in the core for MSAL 5. */
export function describeEachMajor(declareTests: (core: TestDetails) => void): void {
  for (const major of MAJORS) {
    test.describe(`MSAL ${major}`, () => {
      test.use({ major });
      declareTests(major === 5 ? CORE : {});
    });
  }
}

export { expect } from '@playwright/test';

import { HARNESS } from '../harness/addresses';
import { test as base } from '../harness/test';
import type { Told } from '../harness/told';
import { listen } from '../harness/told';
import { BrowserOnDisk } from './browser-on-disk';

/** What somebody can choose in Chromium's settings, by the names of its preferences. */
const SETTINGS = {
  'third-party cookies are allowed': { profile: { cookie_controls_mode: 0 } },
  'third-party cookies are blocked': { profile: { cookie_controls_mode: 1 } },
  'all data of the app is blocked': {
    profile: {
      content_settings: { exceptions: { cookies: { [`${HARNESS},*`]: { setting: 2 } } } },
    },
  },
} as const;

export interface SettingsFixtures {
  readonly settings: keyof typeof SETTINGS;
  readonly told: Told;
  /** What no code of a page has caught. */
  readonly uncaught: readonly Error[];
}

/** Playwright's `test` in a browser of its own, with settings that only a profile can have. */
export const test = base.extend<SettingsFixtures>({
  settings: ['all data of the app is blocked', { option: true }],
  context: async ({ settings, baseURL }, use) => {
    const browser = await BrowserOnDisk.create(baseURL);
    await browser.choose(SETTINGS[settings]);
    await use(await browser.start());
    await browser.remove();
  },
  told: async ({ context, cacheLocation, routing }, use) => {
    await context.addInitScript(
      (options) => {
        window.harnessOptions = options;
        window.faults = {};
      },
      { cacheLocation, routing },
    );
    await use(await listen(context));
  },
  uncaught: async ({ context }, use) => {
    const errors: Error[] = [];
    context.on('weberror', (error) => errors.push(error.error()));
    await use(errors);
  },
});

export { describeEachMajor, expect } from '../harness/test';

import type { Faults, HarnessOptions } from '../harness/browser/globals';
import { MsalPage } from '../harness/msal-page';
import { Provider } from '../harness/provider';
import type { Told } from '../harness/told';
import { listen } from '../harness/told';
import { BrowserOnDisk } from './browser-on-disk';
import { expect, expectAftermath, test as base } from './fault-test';

/** The application in a browser that has been started. */
export interface Started {
  readonly app: MsalPage;
  readonly provider: Provider;
  readonly told: Told;
}

export interface RestartFixtures {
  readonly browserOnDisk: BrowserOnDisk;
  /** One after the other. */
  readonly started: Started[];
  /** Starts the browser again, once it has ended, and the application in it. */
  readonly restart: () => Promise<Started>;
}

/** Faults of the whole browser: Ada has signed in and all of that is on disk; what comes after, a test decides. */
export const test = base.extend<RestartFixtures>({
  browserOnDisk: async ({ baseURL }, use) => {
    const browser = await BrowserOnDisk.create(baseURL);
    await use(browser);
    await browser.remove();
  },
  context: async ({ browserOnDisk }, use) => {
    await use(await browserOnDisk.start());
  },
  started: async ({ app, provider, told }, use) => {
    await use([{ app, provider, told }]);
  },
  restart: async ({ browserOnDisk, started, told, major, cacheLocation, routing }, use) => {
    await use(async () => {
      const context = await browserOnDisk.start();
      await context.addInitScript((options) => void Object.assign(window, options), {
        harnessOptions: { cacheLocation, routing } satisfies HarnessOptions,
        // Chromium takes longer to write than an application may take to clean up, and a page to be left.
        faults: {
          endSession: {
            system: { signOutTaskTimeout: 180_000, redirectNavigationTimeout: 180_000 },
          },
        } satisfies Faults,
      });
      const provider = new Provider(context.request);
      const heard = await listen(context, told.secrets);
      const app = new MsalPage(await context.newPage(), major, provider);
      await app.open();
      const again = { app, provider, told: heard };
      started.push(again);
      return again;
    });
  },
  ada: async ({ ada, browserOnDisk, restart }, use) => {
    expect(await ada.accounts()).toEqual(['ada']);
    await browserOnDisk.quit();
    const { app } = await restart();
    await use(app);
  },
  aftermath: async ({ started, leaves }, use, { tags }) => {
    await use(undefined);
    for (const { told } of started) expect(told.leaks()).toEqual([]);
    for (const { app, told } of started.slice(-1)) await expectAftermath(app, told, leaves, tags);
  },
});

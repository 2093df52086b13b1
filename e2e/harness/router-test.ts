import type { RouterOptions } from './browser/globals';
import { MsalPage } from './msal-page';
import { RouterPage } from './router-page';
import { test as base } from './test';

export interface RouterFixtures extends RouterOptions {
  /** How the application runs: of its own accord, with zone.js, or hydrating what a server has rendered. */
  readonly application: 'router' | 'router-with-zone' | 'rendered';
  /** The application with routes, open at the one that is not guarded, with nobody signed in. */
  readonly tab: RouterPage;
}

/** Playwright's `test` on the pages with a router. */
export const test = base.extend<RouterFixtures>({
  application: ['router', { option: true }],
  signedOutRoute: ['/signed-out', { option: true }],
  tab: async (
    { context, page, provider, major, cacheLocation, application, routing, signedOutRoute },
    use,
  ) => {
    await context.addInitScript(
      (options) => {
        window.harnessOptions = options;
      },
      { cacheLocation, routing, signedOutRoute },
    );
    const msal = new MsalPage(page, major, provider);
    const tab = new RouterPage(msal, `/${application}/v${major}/`);
    await tab.open();
    await use(tab);
  },
});

export { describeEachMajor, expect } from './test';

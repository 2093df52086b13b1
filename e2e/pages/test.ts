import { test as base } from '@playwright/test';
import { AccessLog } from './access-log';
import { noteInboxLeft } from './inbox-left';
import { SampleApp } from './sample-app';

export interface Fixtures {
  /** The sample app, open, with nobody signed in. */
  readonly app: SampleApp;
  readonly accessLog: AccessLog;
}

/** Playwright's `test` in a browser that the identity server can tell from others. */
export const test = base.extend<Fixtures & { userAgent: string }>({
  userAgent: async ({ userAgent }, use, { testId }) => {
    await use(`${userAgent} ${testId}`);
  },
  accessLog: async ({ request, userAgent }, use) => {
    await use(new AccessLog(request, userAgent));
  },
  app: async ({ context, page }, use) => {
    await noteInboxLeft(context);
    const app = new SampleApp(page);
    await app.open();
    await use(app);
  },
});

export { expect } from '@playwright/test';

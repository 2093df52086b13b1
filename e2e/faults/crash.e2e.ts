import { expect, SIGN_IN_AFTER } from './fault-test';
import { interruptedAccounts } from './finish-interrupted';
import { test } from './restart-test';
import { expectToResume, resumingEvents } from './resuming';
import { AFTER_CLEARING, STAGES } from './stages';

// MSAL 4 and 5 have the key to their cache in a cookie that ends with the browser, and nobody is signed in then.
test.use({ major: 3 });

// Three browsers, and Chromium takes its time to write: mostly 5 seconds, up to a minute.
test.slow();
const WRITTEN = { timeout: 90_000 };

for (const stage of STAGES) {
  test(
    `a browser that is killed ${stage.when} leaves a sign-out that resume() finishes`,
    SIGN_IN_AFTER,
    async ({ ada, browserOnDisk, restart }) => {
      await stage.reach(ada);
      const note = `"stage":"${stage.isListed ? 'begun' : 'away'}"`;
      await expect.poll(() => browserOnDisk.hasWritten(note), WRITTEN).toBe(true);

      await browserOnDisk.kill();
      const { app, provider } = await restart();

      expect(await app.accounts()).toEqual(stage.isListed ? ['ada'] : []);
      expect(await provider.knows('ada')).toBe(!stage.isDone);
      await expectToResume(app, provider);
      expect(await app.eventTypes()).toEqual(resumingEvents(stage));
    },
  );
}

test.describe(() => {
  // She is here as if nothing had happened.
  test.use({ leaves: 'a sign-in' });

  test(
    'a browser that is killed before it writes to disk has neither cleared nor noted anything',
    SIGN_IN_AFTER,
    async ({ ada, browserOnDisk, restart }) => {
      // Chromium writes 10 MB of an origin in an hour; after one of them it takes six minutes until the next is due.
      await ada.page.evaluate(() => localStorage.setItem('app.draft', 'x'.repeat(1_000_000)));
      await expect.poll(() => browserOnDisk.hasWritten('app.draft'), WRITTEN).toBe(true);
      await AFTER_CLEARING.reach(ada);

      await browserOnDisk.kill();
      const { app, provider } = await restart();

      expect(await app.accounts()).toEqual(['ada']);
      expect(await app.hasTokenInCache('ada')).toBe(true);
      expect(await interruptedAccounts(app)).toEqual([]);
      expect(await provider.knows('ada')).toBe(true);
    },
  );
});

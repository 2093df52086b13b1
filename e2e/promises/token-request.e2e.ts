import { EventEmitter, once } from 'node:events';
import type { BrowserContext } from '@playwright/test';
import { HARNESS_IDENTITY_SERVER } from '../harness/addresses';
import { entriesOf } from '../harness/stored-entries';
import { describeEachMajor, expect, test } from '../harness/test';
import { RECONNECT } from '../reconnect';

interface HeldTokens {
  /** Settles when there are some. */
  readonly issued: Promise<unknown>;
  /** Lets them through. */
  readonly release: () => void;
}

describeEachMajor((core) => {
  for (const tab of ['this tab', 'another tab'] as const) {
    test(
      `a token that arrives late in ${tab} does not sign in again, only people do`,
      core,
      async ({ app, context }) => {
        await app.signIn('ada', 'alan');
        const tokens = await holdTokens(context);
        const requesting = tab === 'this tab' ? app : await app.openAnotherTab();
        await requesting.beginTokenRequest('ada');
        await tokens.issued;

        await app.signOut('clearCache', { account: 'ada' });
        tokens.release();
        await requesting.tokenRequestEnds();

        await expect.poll(() => requesting.eventTypes()).toContain('accountsClearedAgain');
        // A tab sees what another one has removed a moment later.
        for (const each of [app, requesting]) {
          await expect.poll(() => each.accounts()).toEqual(['alan']);
        }
        await expect.poll(async () => entriesOf('ada', await app.storage())).toEqual({});
        await app.open();
        expect(await app.accounts()).toEqual(['alan']);

        await app.signInByRedirect('ada');
        await requesting.beginTokenRequest('ada');
        await requesting.tokenRequestEnds();
        await app.open();
        expect(await app.accounts()).toEqual(['ada', 'alan']);
      },
    );
  }
});

/** Holds back the tokens that the provider issues from now on. */
async function holdTokens(context: BrowserContext): Promise<HeldTokens> {
  const gate = new EventEmitter();
  const issued = once(gate, 'issued');
  const released = once(gate, 'released');
  const tokenEndpoint = (url: URL) => url.href.startsWith(`${HARNESS_IDENTITY_SERVER}/token`);
  await context.route(tokenEndpoint, async (route) => {
    const response = await route.fetch(RECONNECT);
    gate.emit('issued');
    await released;
    await route.fulfill({ response });
  });
  return { issued, release: () => gate.emit('released') };
}

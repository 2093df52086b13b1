import { holdToken } from '../harness/held-token';
import { entriesOf } from '../harness/stored-entries';
import { describeEachMajor, expect, test } from '../harness/test';

describeEachMajor((core) => {
  for (const tab of ['this tab', 'another tab'] as const) {
    test(
      `a token that arrives late in ${tab} does not sign in again, only people do`,
      core,
      async ({ app, context }) => {
        await app.signIn('ada', 'alan');
        const token = await holdToken(context);
        const requesting = tab === 'this tab' ? app : await app.openAnotherTab();
        await requesting.beginTokenRequest('ada');
        await token.issued;

        await app.signOut('clearCache', { account: 'ada' });
        token.release();
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

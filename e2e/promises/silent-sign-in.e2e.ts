import { expectClearedAgain } from '../harness/cleared-again';
import { holdToken } from '../harness/held-token';
import type { MsalPage, SignOutRequest } from '../harness/msal-page';
import { entriesOf } from '../harness/stored-entries';
import { describeEachMajor, expect, test } from '../harness/test';
import type { Person } from '../pages/identity-server';

/** Sign-outs of Ada, and who is signed in before and after them. */
const SIGN_OUTS: Readonly<
  Record<string, { before: Person[]; request: SignOutRequest; after: Person[] }>
> = {
  'her sign-out': { before: ['ada', 'alan'], request: { account: 'ada' }, after: ['alan'] },
  'a sign-out of everybody': { before: ['ada', 'alan'], request: {}, after: [] },
  'a sign-out of everybody, her first sign-in': { before: ['alan'], request: {}, after: [] },
};

describeEachMajor((core) => {
  for (const [signOut, { before, request, after }] of Object.entries(SIGN_OUTS)) {
    for (const where of ['the same tab', 'another tab'] as const) {
      test(
        `ssoSilent that is under way in ${where} at ${signOut} does not sign in`,
        signOut === 'her sign-out' && where === 'the same tab' ? core : {},
        async ({ app, context, provider }) => {
          await app.signIn(...before);
          await provider.signIn(['ada']);
          const signingIn = where === 'the same tab' ? app : await app.openAnotherTab();
          const token = await holdToken(context);
          await signingIn.beginSilentSignIn('ada');
          await token.issued;

          await app.signOut('clearCache', request);
          token.release();
          await signingIn.tokenRequestEnds();

          await expectClearedAgain(app, signingIn);
          for (const tab of [app, signingIn]) {
            await expect.poll(() => tab.seenAccounts()).toEqual(after);
          }
          await expect.poll(async () => entriesOf('ada', await app.storage())).toEqual({});
          await app.open();
          expect(await app.accounts()).toEqual(after);
        },
      );
    }
  }

  for (const where of ['the tab of the sign-out', 'another tab', 'a tab that is new'] as const) {
    test(
      `who signs in by ssoSilent in ${where} after the sign-out stays, with tokens renewed in all tabs`,
      where === 'the tab of the sign-out' ? core : {},
      async ({ app }) => {
        await app.signIn('ada');
        const other = await app.openAnotherTab();
        const tabs = [app, other];
        // They keep the account object from now on.
        for (const tab of tabs) await renewToken(tab);
        await app.signOut('clearCache', { account: 'ada' });
        for (const tab of tabs) await expect.poll(() => tab.seenAccounts()).toEqual([]);

        const signingIn = {
          'the tab of the sign-out': () => app,
          'another tab': () => other,
          'a tab that is new': () => app.openAnotherTab(),
        }[where];
        await (await signingIn()).signIn('ada');
        for (const tab of tabs) await expect.poll(() => tab.seenAccounts()).toEqual(['ada']);
        for (const tab of tabs) await renewToken(tab);

        for (const tab of tabs) {
          expect(await tab.seenAccounts()).toEqual(['ada']);
          expect(await tab.eventTypes()).not.toContain('accountsClearedAgain');
          await tab.open();
          expect(await tab.accounts()).toEqual(['ada']);
          expect(await tab.hasTokenInCache('ada')).toBe(true);
        }
      },
    );
  }
});

/** Gets a new token for Ada from the provider. */
async function renewToken(tab: MsalPage): Promise<void> {
  await tab.beginTokenRequest('ada');
  await tab.tokenRequestEnds();
}

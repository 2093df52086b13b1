import { expectClearedAgain } from '../harness/cleared-again';
import { holdToken } from '../harness/held-token';
import type { MsalPage } from '../harness/msal-page';
import { entriesOf } from '../harness/stored-entries';
import { describeEachMajor, expect, test } from '../harness/test';
import type { Person } from '../pages/identity-server';

interface Tabs {
  /** The tab that signs Ada out, and waits for a token of hers. */
  readonly app: MsalPage;
  readonly other: MsalPage;
}

/** What happens between the sign-out and the token, and who is signed in before. None of it is a sign-in of Ada's. */
const MEANWHILE: Readonly<
  Record<string, { before: readonly Person[]; happen: (tabs: Tabs) => Promise<void> }>
> = {
  'another tab is loaded again': {
    before: ['ada', 'alan'],
    happen: ({ other }) => other.open(),
  },
  'a page without MSAL is loaded': {
    before: ['ada', 'alan'],
    happen: ({ other }) => other.open('/without-msal/'),
  },
  'somebody else signs in by redirect in another tab': {
    before: ['ada'],
    happen: ({ other }) => other.signInByRedirect('alan'),
  },
  'somebody else signs in in a popup of another tab': {
    before: ['ada'],
    happen: ({ other }) => other.signInByPopup('alan'),
  },
  'somebody else signs in silently in another tab': {
    before: ['ada'],
    happen: ({ other }) => other.signIn('alan'),
  },
  'somebody else signs in silently in the same tab': {
    before: ['ada'],
    happen: ({ app }) => app.signIn('alan'),
  },
};

describeEachMajor((core) => {
  for (const [what, { before, happen }] of Object.entries(MEANWHILE)) {
    test(
      `a token that arrives late does not sign in again when ${what} before`,
      what === 'another tab is loaded again' ? core : {},
      async ({ app, context }) => {
        await app.signIn(...before);
        const other = await app.openAnotherTab();
        const token = await holdToken(context);
        await app.beginTokenRequest('ada');
        await token.issued;

        await app.signOut('clearCache', { account: 'ada' });
        await happen({ app, other });
        await expect.poll(() => app.seenAccounts()).toEqual(['alan']);
        token.release();
        await app.tokenRequestEnds();

        await expectClearedAgain(app, other);
        await expectOnlyAlan(app);
      },
    );
  }

  test('a refresh token that is answered late does not sign in again when another tab is loaded again before', async ({
    app,
    context,
  }) => {
    await app.signIn('ada', 'alan');
    const other = await app.openAnotherTab();
    const token = await holdToken(context);
    await app.beginTokenRequest('ada', { by: 'refresh token' });
    await token.issued;

    await app.signOut('clearCache', { account: 'ada' });
    await other.open();
    token.release();
    await app.tokenRequestEnds();

    await expectOnlyAlan(app);
  });

  test.describe(() => {
    test.use({ cacheLocation: 'sessionStorage' });

    test('a token that arrives late in a tab with its own cache does not sign in again when another tab is loaded again before', async ({
      app,
      context,
    }) => {
      await app.signIn('ada', 'alan');
      const other = await app.openAnotherTab();
      await other.signIn('alan');
      const token = await holdToken(context);
      await app.beginTokenRequest('ada');
      await token.issued;

      await app.signOut('clearCache', { account: 'ada' });
      await other.open();
      token.release();
      await app.tokenRequestEnds();

      await expectClearedAgain(app, other);
      await expectOnlyAlan(app);
    });
  });
});

/** Alan alone is signed in, and nothing of Ada is left. */
async function expectOnlyAlan(app: MsalPage): Promise<void> {
  await expect.poll(() => app.seenAccounts()).toEqual(['alan']);
  await expect.poll(async () => entriesOf('ada', await app.storage())).toEqual({});
  await app.open();
  expect(await app.accounts()).toEqual(['alan']);
}

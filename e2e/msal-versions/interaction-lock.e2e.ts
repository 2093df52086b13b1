import type { MsalPage } from '../harness/msal-page';
import { describeEachMajor, expect, test } from '../harness/test';

const LOCK = 'msal.interaction.status';

describeEachMajor(() => {
  test('a sign-in in a popup that is open stops a sign-out, and one that was closed does not', async ({
    app,
    provider,
  }) => {
    await app.signIn('ada');
    const popup = await app.beginSignInByPopup();
    await expect(app.signOut('logoutRedirect', { account: 'ada' })).rejects.toThrow(
      'interaction_in_progress',
    );
    expect(await app.seenAccounts()).toEqual(['ada']);
    await popup.close();

    await app.beginSignOut('logoutRedirect', { account: 'ada' });

    expect(await app.returnedResult()).toMatchObject({ local: 'cleared', server: 'confirmed' });
    expect(await provider.knows('ada')).toBe(false);
    expect(await app.isInteracting()).toBe(false);
    await app.open();
    await app.signInByRedirect('ada');
    expect(await app.accounts()).toEqual(['ada']);
  });

  test('a sign-in whose popup was closed does not stop a sign-out in a popup', async ({
    app,
    provider,
  }) => {
    await app.signIn('ada');
    const popup = await app.beginSignInByPopup();
    await popup.close();

    expect(await app.signOut('logoutPopup', { account: 'ada' })).toMatchObject({
      server: 'confirmed',
    });
    expect(await provider.knows('ada')).toBe(false);
    expect(await app.isInteracting()).toBe(false);
  });
});

test('a sign-in popup that the client has not seen stops a sign-out, and the error says for how long', async ({
  app,
}) => {
  await app.signIn('ada');
  const popup = await app.beginSignInByPopup();
  await app.page.evaluate(() => {
    window.client.close();
    Object.assign(window, { client: window.engine.createEndSessionClient(window.msal) });
    return window.client.initialize();
  });
  await popup.close();

  await expect(app.signOut('logoutRedirect', { account: 'ada' })).rejects.toThrow(/60 seconds/);
  expect(await app.signOut('clearCache', { account: 'ada' })).toMatchObject({ local: 'cleared' });
});

for (const major of [3, 4] as const) {
  test.describe(`MSAL ${major} with its lock in localStorage`, () => {
    test.use({ major });

    test.beforeEach(async ({ context, app }) => {
      await context.addInitScript(() => {
        Object.assign(window.harnessOptions, { temporaryCacheLocation: 'localStorage' });
      });
      await app.open();
    });

    test('a sign-in that begins with a sign-out does not overtake it', async ({
      app,
      provider,
    }) => {
      await app.signIn('ada');
      const login = await app.page.evaluate(async () => {
        const [account] = window.client.accounts;
        void window.client.logoutRedirect({ account });
        return window.msal.loginRedirect({ scopes: ['openid'] }).catch(codeOf);

        function codeOf({ errorCode }: { errorCode: string }): string {
          return errorCode;
        }
      });
      expect(login).toBe('interaction_in_progress');

      expect(await app.returnedResult()).toMatchObject({ local: 'cleared', server: 'confirmed' });
      expect(await provider.knows('ada')).toBe(false);
      expect(await lockOf(app)).toBeNull();
      await app.open();
      await app.signInByRedirect('ada');
      expect(await app.accounts()).toEqual(['ada']);
    });

    test('a tab that starts meanwhile leaves the lock to the tab that signs out', async ({
      app,
    }) => {
      await app.signIn('ada', 'alan');
      const opened = app.page.waitForEvent('popup');
      // With two, the provider asks, and waits.
      await app.beginSignOut('logoutPopup');
      const popup = await opened;
      expect(await lockOf(app)).toContain('signout');

      const other = await app.openAnotherTab();
      // A start looks twice for pages that have crashed, 300 ms apart, and nothing reports that it has found none.
      await other.page.waitForTimeout(1000);
      expect(await lockOf(app)).toContain('signout');

      await popup.close();
      await app.result();
      expect(await lockOf(app)).toBeNull();
    });

    test('a lock that a tab has left behind goes when the next one starts', async ({ app }) => {
      await app.page.evaluate(
        (key) =>
          localStorage.setItem(
            key,
            '{"clientId":"end-session","type":"signout","owners":["gone"]}',
          ),
        LOCK,
      );
      const other = await app.openAnotherTab();

      await expect.poll(() => lockOf(other)).toBeNull();
      await other.signInByRedirect('ada');
      expect(await other.accounts()).toEqual(['ada']);
    });

    test('a sign-in of another tab stops a sign-out', async ({ app }) => {
      await app.signIn('ada');
      const other = await app.openAnotherTab();
      await other.beginSignInByPopup();

      await expect(app.signOut('logoutRedirect', { account: 'ada' })).rejects.toThrow(
        'interaction_in_progress',
      );
      expect(await app.seenAccounts()).toEqual(['ada']);
    });
  });
}

/** MSAL's lock, where all tabs see it. */
function lockOf(app: MsalPage): Promise<string | null> {
  return app.page.evaluate((key) => localStorage.getItem(key), LOCK);
}

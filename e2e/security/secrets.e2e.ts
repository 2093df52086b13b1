import { confirmForEverybody } from '../harness/provider';
import type { MsalPage } from '../harness/msal-page';
import { describeEachMajor, expect, test } from '../harness/test';
import type { Told } from '../harness/told';
import { listen } from '../harness/told';

describeEachMajor((core) => {
  let told: Told;

  test.beforeEach(async ({ app, context }) => {
    told = await listen(context);
    await app.open();
  });

  /** Signs Ada and Alan in; MSAL's own part is not looked at. */
  async function signIn(app: MsalPage): Promise<void> {
    await app.signIn('ada', 'alan');
    // A code, three tokens, for two people; and their names.
    await expect.poll(() => told.secrets.size).toBeGreaterThanOrEqual(12);
    expect(told.leaks()).not.toEqual([]);
    told.clear();
  }

  test('a redirect tells nobody a token, a code or a name', core, async ({ app, page }) => {
    await signIn(app);
    const idTokenHint = [...told.secrets].find((secret) => secret.startsWith('eyJ')) ?? '';
    expect(idTokenHint).not.toBe('');
    await app.beginSignOut('logoutRedirect', {
      idTokenHint,
      // Too long with the hint, which is the one token that an application may send.
      extraQueryParameters: { ui: 'x'.repeat(1_500) },
    });
    await confirmForEverybody(page);
    expect(await app.returnedResult()).toMatchObject({ server: 'confirmed' });

    expect(told.leaks()).toEqual([]);
    const text = told.lines.join('\n');
    for (const kind of [
      /^address .*\/session\/end\?/m,
      /^entry end-session\.journal\./m,
      /^entry end-session\.this-tab/m,
      /^entry app\.events .*serverSignOutConfirmed/m,
      /^message end-session\.sample-app .*signed-out/m,
      /^log: .*id_token_hint is left out/m,
    ]) {
      expect(text).toMatch(kind);
    }
  });

  test('a popup tells nobody a token, a code or a name', core, async ({ app, page }) => {
    await signIn(app);
    const popup = page.waitForEvent('popup');
    await app.beginSignOut('logoutPopup', { postLogoutRedirectUri: '/static-return' });
    await confirmForEverybody(await popup);
    expect(await app.result()).toMatchObject({ local: 'cleared' });
    await expect.poll(() => app.eventTypes()).toContain('serverSignOutConfirmed');

    expect(told.leaks()).toEqual([]);
    expect(told.lines.join('\n')).toMatch(/^entry app\.events .*popupOpened/m);
  });

  test('clearCache tells nobody a token, a code or a name', core, async ({ app }) => {
    await signIn(app);
    expect(await app.signOut('clearCache', { account: 'ada' })).toMatchObject({ local: 'cleared' });
    expect(await app.signOut('clearCache')).toMatchObject({ local: 'cleared' });

    expect(told.leaks()).toEqual([]);
    expect(told.lines.join('\n')).toMatch(/^entry app\.events .*accountsCleared/m);
  });
});

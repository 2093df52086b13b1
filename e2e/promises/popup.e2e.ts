import { confirmForEverybody } from '../harness/provider';
import { endSessionRequests } from '../harness/sent-requests';
import { describeEachMajor, expect, test } from '../harness/test';

describeEachMajor((core) => {
  test.afterEach(async ({ app, context }) => {
    await expect.poll(() => context.pages().length).toBe(1);
    expect(await app.isInteracting()).toBe(false);
    await app.signInByRedirect('ada');
    expect(await app.accounts()).toContain('ada');
  });

  test('closed by hand is noticed within 200 ms', core, async ({ app, page }) => {
    await app.signIn('ada', 'alan');
    // The time of the page stands still but for what the test lets pass, so that a busy machine does not count.
    await page.clock.install();
    const popup = page.waitForEvent('popup');
    await app.beginSignOut('logoutPopup');
    await (await popup).getByTestId('op-everybody').waitFor();
    await page.clock.pauseAt(await page.evaluate(() => Date.now() + 10_000));
    expect(await app.isSettled()).toBe(false);

    await (await popup).close();
    await page.clock.runFor(200);

    expect(await app.isSettled()).toBe(true);
    expect(await app.result()).toMatchObject({
      local: 'cleared',
      server: 'unconfirmed',
      reason: 'popup_closed',
    });
    expect(await app.accounts()).toEqual([]);
    await page.clock.resume();
  });

  for (const { page: name, path } of [
    { page: 'a page of the app without any script', path: '/plain' },
    { page: 'a static page with the script for it', path: '/static-return' },
    { page: "MSAL 5's redirect bridge", path: '/v5/redirect' },
  ]) {
    test(`that ends on ${name} is a confirmation, and closed`, core, async ({ app, provider }) => {
      await app.signIn('ada');

      const result = await app.signOut('logoutPopup', {
        account: 'ada',
        postLogoutRedirectUri: path,
      });

      expect(result).toMatchObject({ local: 'cleared', server: 'confirmed' });
      expect(await provider.knows('ada')).toBe(false);
    });
  }

  test('of everybody signs everybody out', core, async ({ app, page, provider }) => {
    await app.signIn('ada', 'alan');
    const popup = page.waitForEvent('popup');

    await app.beginSignOut('logoutPopup', { state: 'from the menu' });
    await confirmForEverybody(await popup);

    expect(await app.result()).toMatchObject({ server: 'confirmed', state: 'from the menu' });
    expect(await provider.knows('ada')).toBe(false);
    expect(await provider.knows('alan')).toBe(false);
  });

  test('keeps MSAL from signing in while it is open', core, async ({ app, page }) => {
    await app.signIn('ada', 'alan');
    const popup = page.waitForEvent('popup');
    await app.beginSignOut('logoutPopup');
    await (await popup).getByTestId('op-everybody').waitFor();

    await expect(
      page.evaluate(() => window.msal.loginRedirect({ scopes: ['openid'] })),
    ).rejects.toThrow('interaction_in_progress');

    await confirmForEverybody(await popup);
    expect(await app.result()).toMatchObject({ server: 'confirmed' });
  });

  test(
    'opens once for a double click, and both calls get its result',
    core,
    async ({ app, page }) => {
      await app.signIn('ada');
      const asked = endSessionRequests(page);
      const popups: unknown[] = [];
      page.on('popup', (popup) => popups.push(popup));

      await app.beginSignOut('logoutPopup', { account: 'ada' }, 2);
      const [first, second] = await app.results();

      expect(first).toMatchObject({ server: 'confirmed' });
      expect(second).toEqual(first);
      expect(asked).toHaveLength(1);
      expect(popups).toHaveLength(1);
    },
  );
});

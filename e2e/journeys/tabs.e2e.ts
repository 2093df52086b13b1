import { CORE } from '../core';
import { APP } from '../addresses';
import { inboxLeftAt } from '../pages/inbox-left';
import type { SignOutWay } from '../pages/sample-app';
import { SampleApp } from '../pages/sample-app';
import { expect, test } from '../pages/test';

const WAYS: readonly SignOutWay[] = ['by redirect', 'in a popup', 'here only'];

for (const way of WAYS) {
  const core = way === 'by redirect' ? CORE : {};
  test(`a sign-out ${way} takes the inbox off every tab`, core, async ({ app, context }) => {
    await app.signIn('ada');
    const others = [
      await openInbox(new SampleApp(await context.newPage())),
      await openInbox(new SampleApp(await context.newPage())),
    ];

    await app.signOut(way);

    await expect(app.logoutLocal).toHaveText('cleared');
    for (const other of others) {
      await expect(other.inbox).toHaveCount(0);
      await expect(other.accounts).toHaveCount(0);
      expect(other.page.url()).toBe(`${APP}/signed-out`);
      expect(await other.wantedUrl()).toBe('/inbox?from=another-tab');
    }
  });

  test(
    `after a sign-out ${way} Back brings the inbox back in no tab`,
    core,
    async ({ app, context }) => {
      await app.signIn('ada');
      const other = await openInbox(new SampleApp(await context.newPage()));
      await other.goHome();
      await other.page.getByTestId('nav-inbox').click();
      await expect(other.inboxItems.first()).toBeVisible();

      await app.signOut(way);
      await expect(app.logoutLocal).toHaveText('cleared');
      await expect(other.inbox).toHaveCount(0);

      await other.page.goBack();
      await expect(other.page).toHaveURL(`${APP}/`);
      await other.page.goForward();
      await expect(other.page).toHaveURL(`${APP}/signed-out`);
      for (const tab of [app, other]) {
        const length = await tab.page.evaluate(() => history.length);
        for (let back = 1; back < length; back++) {
          await tab.page.goBack();
          await expect(tab.page.getByText('One moment…')).toHaveCount(0);
          // The browser goes there before the guard is asked.
          await expect(tab.page).not.toHaveURL(`${APP}/inbox`);
          await expect(tab.inbox).toHaveCount(0);
        }
      }
    },
  );
}

test(
  'a request is cancelled in the tab that did not sign out',
  CORE,
  async ({ app, context, accessLog }) => {
    await app.signIn('ada');
    const other = await openInbox(new SampleApp(await context.newPage()));
    await other.startSlowRequest();

    await app.signOut('here only');

    await expect(other.slowState).toHaveText('signed_out');
    await expect
      .poll(() => accessLog.requests('/api/slow'))
      .toEqual([expect.objectContaining({ status: null, hasToken: true, closedByClient: true })]);
    const signedOutAt = await inboxLeftAt(other.page);
    await other.sendPublicRequest();
    expect(signedOutAt).toBeGreaterThan(0);
    expect(await accessLog.withTokenAfter(signedOutAt)).toEqual([]);
  },
);

test('a sign-in goes back to what a sign-out has taken away', async ({ app, context }) => {
  await app.signIn('ada');
  const other = await openInbox(new SampleApp(await context.newPage()));
  await app.signOut('by redirect');
  await expect(app.logoutServer).toHaveText('confirmed');
  await expect(other.inbox).toHaveCount(0);

  await other.signIn('alan');

  await expect(other.page).toHaveURL(`${APP}/inbox?from=another-tab`);
  await expect(other.inbox).toContainText('Alan Turing');
});

test('a sign-in goes to the page that the guard has refused', CORE, async ({ app }) => {
  await app.page.goto('/inbox?from=a-link');
  await expect(app.page).toHaveURL(`${APP}/signed-out`);

  await app.signIn('ada');

  await expect(app.page).toHaveURL(`${APP}/inbox?from=a-link`);
  await expect(app.inboxItems.first()).toBeVisible();
});

/** Opens the inbox at an address of its own. */
async function openInbox(tab: SampleApp): Promise<SampleApp> {
  await tab.page.goto('/inbox?from=another-tab');
  await tab.inboxItems.first().waitFor();
  return tab;
}

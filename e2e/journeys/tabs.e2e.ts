import { APP } from '../addresses';
import { ALONE } from '../alone';
import { readMoment } from '../pages/moments';
import type { SignOutWay } from '../pages/sample-app';
import { SampleApp } from '../pages/sample-app';
import { expect, test } from '../pages/test';

/** The quickest counts: the others tell how busy the machine is. */
const ROUNDS = 3;
const WAYS: readonly SignOutWay[] = ['by redirect', 'in a popup', 'here only'];

for (const way of WAYS) {
  test(
    `a sign-out ${way} takes the inbox off every tab within 300 ms`,
    ALONE,
    async ({ app, context }) => {
      const others = [
        new SampleApp(await context.newPage()),
        new SampleApp(await context.newPage()),
      ];
      const rounds: number[] = [];
      for (let round = 1; round <= ROUNDS; round++) {
        await app.signIn('ada');
        for (const other of others) await openInbox(other);

        await app.signOut(way);

        await expect(app.logoutLocal).toHaveText('cleared');
        for (const other of others) {
          await expect(other.inbox).toHaveCount(0);
          await expect(other.accounts).toHaveCount(0);
          expect(other.page.url()).toBe(`${APP}/signed-out`);
          expect(await other.wantedUrl()).toBe('/inbox?from=another-tab');
        }
        // The browser's part comes first: it opens the popup before the page goes on.
        const began = way === 'in a popup' ? 'popup-opened' : 'clicked';
        const beganAt = await readMoment(app.page, began);
        const leftAt = await Promise.all(others.map(({ page }) => readMoment(page, 'inbox-left')));
        rounds.push(Math.max(...leftAt) - beganAt);
      }

      test
        .info()
        .annotations.push({ type: 'inbox left after', description: `${rounds.join(', ')} ms` });
      expect(Math.min(...rounds)).toBeLessThan(300);
    },
  );

  test(`after a sign-out ${way} Back brings the inbox back in no tab`, async ({ app, context }) => {
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
  });
}

test('a request is cancelled in the tab that did not sign out', async ({
  app,
  context,
  accessLog,
}) => {
  await app.signIn('ada');
  const other = await openInbox(new SampleApp(await context.newPage()));
  await other.startSlowRequest();

  await app.signOut('here only');

  await expect(other.slowState).toHaveText('signed_out');
  await expect
    .poll(() => accessLog.requests('/api/slow'))
    .toEqual([expect.objectContaining({ status: null, hasToken: true, closedByClient: true })]);
  const signedOutAt = await readMoment(other.page, 'inbox-left');
  await other.sendPublicRequest();
  expect(signedOutAt).toBeGreaterThan(0);
  expect(await accessLog.withTokenAfter(signedOutAt)).toEqual([]);
});

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

test('a sign-in goes to the page that the guard has refused', async ({ app }) => {
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

import { CORE } from '../core';
import { IDENTITY_SERVER } from '../addresses';
import { holdBack } from '../pages/hold-back';
import { inboxLeftAt } from '../pages/inbox-left';
import type { SignOutWay } from '../pages/sample-app';
import { expect, test } from '../pages/test';

const WAYS: readonly SignOutWay[] = ['by redirect', 'in a popup', 'here only'];

for (const way of WAYS) {
  test(`a sign-out ${way} cancels a request, and none with a token follows`, async ({
    app,
    accessLog,
  }) => {
    await app.signIn('ada');
    await expect(app.inboxItems.first()).toBeVisible();
    await app.startSlowRequest();

    await app.signOut(way);

    await expect(app.logoutLocal).toHaveText('cleared');
    await expect(app.slowState).toHaveText('signed_out');
    const signedOutAt = await inboxLeftAt(app.page);
    // One, although the app tries it three times: no other is sent.
    const cancelled = { method: 'GET', status: null, hasToken: true, closedByClient: true };
    await expect
      .poll(() => accessLog.requests('/api/slow'))
      .toEqual([expect.objectContaining(cancelled)]);

    await app.page.getByTestId('slow-start').click();
    await expect(app.slowState).toHaveText('signed_out');
    await app.sendPublicRequest();
    expect(signedOutAt).toBeGreaterThan(0);
    expect(await accessLog.withTokenAfter(signedOutAt)).toEqual([]);
    expect(await accessLog.requests('/api/slow')).toHaveLength(1);
  });
}

test('a sign-out breaks off an upload', CORE, async ({ app, accessLog }) => {
  await app.signIn('ada');
  await app.startSlowRequest('upload');

  await app.signOut('here only');

  await expect(app.slowState).toHaveText('signed_out');
  const cancelled = { method: 'POST', status: null, hasToken: true, closedByClient: true };
  await expect
    .poll(() => accessLog.requests('/api/upload'))
    .toEqual([expect.objectContaining(cancelled)]);
});

test('a sign-out breaks off a stream', CORE, async ({ app, accessLog }) => {
  await app.signIn('ada');
  await app.startSlowRequest('stream');

  await app.signOut('here only');

  await expect(app.slowState).toHaveText('signed_out');
  const cancelled = { method: 'GET', status: 200, hasToken: true, closedByClient: true };
  await expect
    .poll(() => accessLog.requests('/api/stream'))
    .toEqual([expect.objectContaining(cancelled)]);
});

test('a request that waits for its token is never sent', CORE, async ({ app, accessLog }) => {
  await app.signIn('ada');
  await expect(app.inboxItems.first()).toBeVisible();
  // Two hours later the access token has expired, and the new one is slow to come.
  await app.page.clock.setFixedTime(Date.now() + 7_200_000);
  const tokens = await holdBack(app.page, `${IDENTITY_SERVER}/token?*`);
  await app.page.getByTestId('slow-start').click();
  await expect.poll(() => tokens.count).toBe(1);

  await app.signOut('here only');
  await expect(app.slowState).toHaveText('signed_out');
  const arrived = app.page.waitForResponse(`${IDENTITY_SERVER}/token?*`);
  await tokens.release();
  await arrived;

  await app.sendPublicRequest();
  expect(await accessLog.requests('/token')).toHaveLength(2);
  expect(await accessLog.requests('/api/slow')).toEqual([]);
  expect(await app.traces('ada')).toEqual([]);
});

test('a public request passes, whoever is signed in, and carries no token', async ({
  app,
  accessLog,
}) => {
  await app.sendPublicRequest();
  await app.signIn('ada');
  await app.sendPublicRequest();
  await app.signOut('here only');
  await expect(app.logoutServer).toHaveText('skipped');
  await app.sendPublicRequest();

  const passed = expect.objectContaining({ status: 200, hasToken: false }) as unknown;
  expect(await accessLog.requests('/api/public')).toEqual([passed, passed, passed]);
});

test('a sign-out leaves a public request alone that is under way', async ({ app, accessLog }) => {
  await app.signIn('ada');
  await expect(app.inboxItems.first()).toBeVisible();
  const answers = await holdBack(app.page, '**/api/public');
  await app.page.getByTestId('public-call').click();
  await expect(app.publicState).toHaveText('loading');

  await app.signOut('here only');
  await expect(app.logoutServer).toHaveText('skipped');
  await answers.release();

  await expect(app.publicState).toHaveText('done');
  expect(await accessLog.requests('/api/public')).toMatchObject([{ status: 200 }]);
});

test('a request that nobody signs out under is done', async ({ app, accessLog }) => {
  await app.signIn('ada');
  await expect(app.slowState).toHaveText('idle');
  const answers = await holdBack(app.page, '**/api/slow');

  await app.page.getByTestId('slow-start').click();
  await expect(app.slowState).toHaveText('loading');
  await answers.release('?seconds=1');

  await expect(app.slowState).toHaveText('done');
  expect(await accessLog.requests('/api/slow')).toMatchObject([
    { status: 200, closedByClient: false },
  ]);
});

test('the requests that were cancelled are listed, after a redirect too', async ({ app }) => {
  await app.signIn('ada');
  await app.page.getByTestId('show-cancelled').click();
  await expect(app.cancelledRequests).toHaveCount(0);
  await app.startSlowRequest('stream');

  await app.signOut('by redirect');

  await expect(app.logoutServer).toHaveText('confirmed');
  await expect(app.cancelledRequests).toHaveText([/GET \/api\/stream\s+\d\d:\d\d:\d\d/]);

  // One that is refused was never under way.
  await app.page.getByTestId('slow-start').click();
  await expect(app.slowState).toHaveText('signed_out');
  await expect(app.cancelledRequests).toHaveCount(1);
});

import { HARNESS_IDENTITY_SERVER } from '../harness/addresses';
import { expect, test } from './fault-test';

const END_SESSION = `${HARNESS_IDENTITY_SERVER}/session/end?*`;

test.describe(() => {
  test.use({ leaves: 'what is told' });

  test('a provider that is down leaves a redirect that resume() finishes', async ({
    ada,
    context,
    page,
    provider,
  }) => {
    await context.route(END_SESSION, (route) => route.abort('connectionrefused'));
    await ada.beginSignOut('logoutRedirect', { account: 'ada' });
    await expect.poll(() => page.url()).toBe('chrome-error://chromewebdata/');

    await ada.open();

    await expect.poll(() => ada.eventTypes()).toContain('logoutInterrupted');
    expect(await ada.eventTypes()).toEqual([
      'logoutStart',
      'accountsCleared',
      'logoutSuccess',
      'logoutInterrupted',
    ]);
    expect(await provider.knows('ada')).toBe(true);
  });
});

import { HARNESS, HARNESS_IDENTITY_SERVER } from '../harness/addresses';
import { CONFIRMED_BY_REDIRECT, ENDED_HERE } from '../harness/expected-events';
import { confirmForEverybody } from '../harness/provider';
import { endSessionRequests } from '../harness/sent-requests';
import { describeEachMajor, expect, test } from '../harness/test';

describeEachMajor((core) => {
  test.afterEach(async ({ app }) => {
    expect(await app.isInteracting()).toBe(false);
    await app.signInByRedirect('ada');
    expect(await app.accounts()).toContain('ada');
  });

  test(
    'onRedirectNavigate of the request keeps the page',
    core,
    async ({ app, page, provider }) => {
      await app.signIn('ada');

      const { result, url } = await page.evaluate(async () => {
        let url = '';
        const onRedirectNavigate = (wanted: string) => {
          url = wanted;
          return false;
        };
        return { result: await window.client.logoutRedirect({ onRedirectNavigate }), url };
      });

      expect(result).toMatchObject({ local: 'cleared', server: 'skipped' });
      expect(url).toContain(`${HARNESS_IDENTITY_SERVER}/session/end?`);
      expect(page.url()).toBe(`${HARNESS}/v${app.major}/`);
      expect(await app.accounts()).toEqual([]);
      expect(await provider.knows('ada')).toBe(true);
      expect(await app.eventTypes()).toEqual(ENDED_HERE);
    },
  );

  test(
    'a sign-out of everybody says that it succeeded, before it leaves',
    core,
    async ({ app, page }) => {
      await app.signIn('ada', 'alan');

      await app.beginSignOut('logoutRedirect');
      await confirmForEverybody(page);
      await app.returnedResult();

      const success = (await app.events()).filter(({ eventType }) => eventType.endsWith('Success'));
      expect(success).toEqual([expect.objectContaining({ interactionType: 'redirect' })]);
      expect(success[0]).not.toHaveProperty('server');
    },
  );

  test(
    'state comes back in the result, and not in the address bar',
    core,
    async ({ app, page }) => {
      await app.signIn('ada');

      await app.beginSignOut('logoutRedirect', { account: 'ada', state: 'from=menu&then=home' });

      expect(await app.returnedResult()).toMatchObject({ state: 'from=menu&then=home' });
      expect(page.url()).toBe(`${HARNESS}/v${app.major}/signed-out`);
    },
  );

  test('a double click asks the provider once', core, async ({ app, page }) => {
    await app.signIn('ada');
    const asked = endSessionRequests(page);

    await app.beginSignOut('logoutRedirect', { account: 'ada' }, 2);
    await app.returnedResult();

    expect(asked).toHaveLength(1);
    expect(await app.eventTypes()).toEqual(CONFIRMED_BY_REDIRECT);
  });

  test(
    'an authority that cannot be reached does not undo the sign-out here',
    core,
    async ({ app, page }) => {
      await app.signIn('ada');
      await page.route('https://login.example/**', (route) => route.abort('connectionrefused'));

      const result = await app.signOut('logoutRedirect', {
        account: 'ada',
        authority: 'https://login.example',
      });

      expect(result).toMatchObject({
        local: 'cleared',
        server: 'failed',
        reason: 'endpoint_unavailable',
      });
      expect(await app.accounts()).toEqual([]);
      expect(await app.eventTypes()).toEqual(ENDED_HERE);
    },
  );
});

import { HARNESS_IDENTITY_SERVER, OTHER_ORIGINS } from '../harness/addresses';
import type { MsalPage } from '../harness/msal-page';
import { RouterPage } from '../harness/router-page';
import { endSessionRequests } from '../harness/sent-requests';
import { RECONNECT } from '../reconnect';
import { describeEachMajor, expect, SIGN_IN_AFTER, test } from './fault-test';
import { expectSettled, passOnTheWay } from './expect-settled';
import { END_SESSION } from './sign-out-popup';

const OTHER_SITE = `${OTHER_ORIGINS['on another site']}/`;

/** Where a sign-out may lead so that nobody comes back, and where the browser is then. */
const PLACES = {
  'no address': { postLogoutRedirectUri: null, leadsTo: `${HARNESS_IDENTITY_SERVER}/**` },
  'an address of another site': { postLogoutRedirectUri: OTHER_SITE, leadsTo: `${OTHER_SITE}**` },
} as const;

type Place = (typeof PLACES)[keyof typeof PLACES];

test.beforeEach(async ({ context, page }) => {
  await page.clock.install();
  // It is registered for the application: here the test sends the browser there.
  await context.route(END_SESSION, async (route) => {
    const url = new URL(route.request().url());
    if (url.searchParams.get('post_logout_redirect_uri') !== OTHER_SITE) return route.continue();
    url.searchParams.delete('post_logout_redirect_uri');
    await route.fetch({ ...RECONNECT, url: url.href, maxRedirects: 0 });
    const state = url.searchParams.get('state') ?? '';
    const location = `${OTHER_SITE}?state=${encodeURIComponent(state)}`;
    return route.fulfill({ status: 303, headers: { location } });
  });
});

/** Signs Ada out at the provider, from where the browser does not come back. */
async function signOutForGood(
  ada: MsalPage,
  { postLogoutRedirectUri, leadsTo }: Place,
): Promise<void> {
  await ada.beginSignOut('logoutRedirect', { account: 'ada', postLogoutRedirectUri });
  await ada.page.waitForURL(leadsTo);
}

/** An application that resumes by itself what was cut off, started in a new tab. */
async function startWithAuto(ada: MsalPage): Promise<RouterPage> {
  const tab = new RouterPage(await ada.newTab(), `/router/v${ada.major}/`);
  await tab.page.addInitScript(() => {
    window.harnessOptions = { ...window.harnessOptions, resume: 'auto' };
  });
  await tab.open();
  return tab;
}

describeEachMajor((core) => {
  for (const [what, place] of Object.entries(PLACES)) {
    test(
      `a sign-out that is to return to ${what} is settled when its page has left`,
      what === 'no address' ? core : SIGN_IN_AFTER,
      async ({ ada, provider }) => {
        const other = await ada.openAnotherTab();
        await signOutForGood(ada, place);
        expect(await provider.knows('ada')).toBe(false);

        await expectSettled(other);
        await expectSettled(await ada.openAnotherTab());
      },
    );
  }
});

for (const [what, place] of Object.entries(PLACES)) {
  test(`a sign-out that is to return to ${what} is settled for the tab in which somebody comes back`, async ({
    ada,
    provider,
  }) => {
    await signOutForGood(ada, place);
    await ada.open();
    await expectSettled(ada);
    expect(await provider.knows('ada')).toBe(false);
  });

  test(`a sign-out that is to return to ${what} is not resumed by itself, and a session that is begun meanwhile stays`, async ({
    ada,
    page,
    provider,
  }) => {
    const asked = endSessionRequests(page);
    await signOutForGood(ada, place);
    // In another application.
    await provider.signIn(['ada']);
    await page.clock.fastForward(60_000);

    const tab = await startWithAuto(ada);
    await passOnTheWay(tab.msal);
    await tab.goTo('/signed-out');
    await expect(tab.shown).toHaveText('signed-out: 0');

    expect(asked).toHaveLength(1);
    expect(await provider.knows('ada')).toBe(true);
  });
}

test.describe(() => {
  test.use({ leaves: 'what is told' });

  test('a sign-out that is to return to no address is told when its page could not leave', async ({
    ada,
    page,
  }) => {
    await page.evaluate(() =>
      Object.assign(window.faults ?? {}, { navigateExternal: () => Promise.resolve(false) }),
    );

    const request = { account: 'ada', postLogoutRedirectUri: null } as const;
    const result = await ada.signOut('logoutRedirect', request);

    expect(result).toMatchObject({ server: 'failed', reason: 'navigation_failed' });
    expect(await ada.isInterrupted()).toBe(true);
  });
});

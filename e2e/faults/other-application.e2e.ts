import { HARNESS_IDENTITY_SERVER, OTHER_ORIGINS } from '../harness/addresses';
import type { MsalPage } from '../harness/msal-page';
import { endSessionRequests } from '../harness/sent-requests';
import { describeEachMajor, expect, SIGN_IN_AFTER, test } from './fault-test';
import { finishInterrupted } from './finish-interrupted';
import { expectSettled, passOnTheWay } from './expect-settled';

const OTHER_PROVIDER = OTHER_ORIGINS['on another site'];

/** Other applications of this origin, by where their people sign in. */
const APPLICATIONS = {
  'at another provider': {
    clientId: 'calendar',
    authority: OTHER_PROVIDER.replace('http:', 'https:'),
    knownAuthorities: [new URL(OTHER_PROVIDER).host],
    authorityMetadata: JSON.stringify({ end_session_endpoint: `${OTHER_PROVIDER}/end` }),
  },
  'at the same provider': {
    clientId: 'calendar',
    authorityMetadata: JSON.stringify({
      end_session_endpoint: `${HARNESS_IDENTITY_SERVER}/session/end`,
    }),
  },
} as const;

type Application = (typeof APPLICATIONS)[keyof typeof APPLICATIONS];

test.beforeEach(({ page }) => page.clock.install());

/** Another application of this origin in a tab of its own. */
async function openOther(ada: MsalPage, auth: Application): Promise<MsalPage> {
  const other = await ada.newTab();
  await other.page.addInitScript((auth) => {
    window.faults = { endSession: { auth } };
  }, auth);
  await openOtherAgain(other);
  return other;
}

async function openOtherAgain(other: MsalPage): Promise<void> {
  await other.open('/without-msal/');
}

/** Has a sign-out by redirect end on the browser's error page. */
async function cutOff(tab: MsalPage, request: { account?: 'ada' }): Promise<void> {
  const { page } = tab;
  await page.context().route(/\/(session\/)?end\?/, (route) => route.abort('connectionrefused'));
  await tab.beginSignOut('logoutRedirect', request);
  await expect(page).toHaveURL('chrome-error://chromewebdata/');
  await page.context().unrouteAll();
}

describeEachMajor((core) => {
  for (const [where, auth] of Object.entries(APPLICATIONS)) {
    test(
      `a sign-out that was cut off is no business of another application whose people sign in ${where}`,
      where === 'at another provider' ? core : SIGN_IN_AFTER,
      async ({ ada, page, provider }) => {
        await cutOff(ada, { account: 'ada' });
        const asked = endSessionRequests(page);
        const other = await openOther(ada, auth);

        await expectSettled(other);
        await other.page.evaluate(() => window.client.dismiss());
        await other.page.close();

        expect(asked).toEqual([]);
        await ada.open();
        await finishInterrupted(ada);
        expect(await provider.knows('ada')).toBe(false);
      },
    );
  }
});

test('a sign-out of another application that was cut off is not told here', async ({
  ada,
  page,
  provider,
}) => {
  const other = await openOther(ada, APPLICATIONS['at another provider']);
  await cutOff(other, {});
  const asked = endSessionRequests(page);

  await passOnTheWay(ada);
  expect(await ada.isInterrupted()).toBe(false);
  await ada.open();
  expect(await ada.isInterrupted()).toBe(false);

  await openOtherAgain(other);
  await expect.poll(() => other.isInterrupted()).toBe(true);
  await ada.signOut('logoutPopup', { logoutHint: 'ada' });
  expect(asked).toHaveLength(1);
  expect(await provider.knows('ada')).toBe(false);
  expect(await other.isInterrupted()).toBe(true);
});

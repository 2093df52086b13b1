import type { Page } from '@playwright/test';
import { HARNESS, OTHER_ORIGINS } from '../harness/addresses';
import type { MsalPage } from '../harness/msal-page';
import type { Provider } from '../harness/provider';
import { describeEachMajor, expect, SIGN_IN_AFTER, test } from './fault-test';
import { finishInterrupted, interruptedAccounts } from './finish-interrupted';
import { END_SESSION } from './sign-out-popup';
import { ON_ITS_PAGE } from './stages';

/** The browser's own error page. */
const ERROR_PAGE = 'chrome-error://chromewebdata/';

/** Has the sign-out of Ada end on the browser's error page; the provider can be reached again then. */
async function failToReach(ada: MsalPage, postLogoutRedirectUri?: string): Promise<void> {
  const { page } = ada;
  await page.context().route(END_SESSION, (route) => route.abort('connectionrefused'));
  await ada.beginSignOut('logoutRedirect', {
    account: 'ada',
    ...(postLogoutRedirectUri !== undefined && { postLogoutRedirectUri }),
  });
  await expect(page).toHaveURL(ERROR_PAGE);
  await page.context().unrouteAll();
}

/** The provider still knows Ada, the application says so, and can finish the sign-out. */
async function expectToFinish(
  ada: MsalPage,
  provider: Provider,
  answer?: (page: Page) => Promise<void>,
): Promise<void> {
  await expect.poll(() => interruptedAccounts(ada)).toEqual(['ada']);
  await expect.poll(() => ada.eventTypes()).toContain('logoutInterrupted');
  expect(await provider.knows('ada')).toBe(true);
  await finishInterrupted(ada, { answer });
  expect(await provider.knows('ada')).toBe(false);
}

describeEachMajor((core) => {
  test(
    'the return address that is typed in after the provider could not be reached is no return',
    core,
    async ({ ada, major, provider }) => {
      await failToReach(ada);
      await ada.open(`/v${major}/signed-out`);
      await expectToFinish(ada, provider);
    },
  );

  test(
    "the application's own address that is typed in, and is the return address, is no return",
    SIGN_IN_AFTER,
    async ({ ada, provider, major }) => {
      const address = `/v${major}/`;
      await failToReach(ada, address);
      await ada.open(address);
      await expectToFinish(ada, provider);
    },
  );
});

for (const [what, rest] of [
  ['a query', '?from=a-bookmark'],
  ['a fragment', '#from-a-bookmark'],
] as const) {
  test(`a bookmark of the return address with ${what} is no return`, async ({ ada, provider }) => {
    await failToReach(ada);
    await ada.open(`/v5/signed-out${rest}`);
    expect(ada.page.url()).toBe(`${HARNESS}/v5/signed-out${rest}`);
    await expectToFinish(ada, provider);
  });
}

test('a link of another site to the return address is no return', async ({ ada, provider }) => {
  await failToReach(ada);
  await ada.page.goto(OTHER_ORIGINS['on another site']);
  await ada.page.evaluate((address) => location.assign(address), `${HARNESS}/v5/signed-out`);
  await ada.page.waitForURL(`${HARNESS}/v5/signed-out`);
  await ada.ready();
  await expectToFinish(ada, provider);
});

test("the return address that is typed in on the provider's page is no return", async ({
  ada,
  provider,
}) => {
  await ON_ITS_PAGE.reach(ada);
  await ada.open('/v5/signed-out');
  await expectToFinish(ada, provider, ON_ITS_PAGE.answer);
});

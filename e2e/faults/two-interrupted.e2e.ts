import type { MsalPage } from '../harness/msal-page';
import type { Told } from '../harness/told';
import { allowSignIn, expect, SIGN_IN_AFTER, test } from './fault-test';
import { finishInterrupted, interruptedAccounts } from './finish-interrupted';

/** Signs Ada out, then Alan, and the page is not left either time. */
async function interruptBoth(ada: MsalPage, told: Told): Promise<void> {
  await allowSignIn(told, () => ada.signIn('alan'));
  await ada.page.evaluate(() =>
    Object.assign(window.faults ?? {}, { navigateExternal: () => Promise.resolve(false) }),
  );
  for (const account of ['ada', 'alan'] as const) {
    expect(await ada.signOut('logoutRedirect', { account })).toMatchObject({
      server: 'failed',
      reason: 'navigation_failed',
    });
  }
  await ada.page.evaluate(() =>
    Object.assign(window.faults ?? {}, { navigateExternal: undefined }),
  );
}

/** Finishes Alan's sign-out, the only one that is left. */
async function finishAlans(tab: MsalPage): Promise<void> {
  expect(await interruptedAccounts(tab)).toEqual(['alan']);
  expect(await tab.resume()).toMatchObject({
    server: 'confirmed',
    accounts: [{ homeAccountId: 'alan' }],
  });
  expect(await interruptedAccounts(tab)).toEqual([]);
}

test(
  'of two sign-outs that were interrupted, resume() finishes the older one and leaves the other',
  SIGN_IN_AFTER,
  async ({ ada, provider, told }) => {
    await interruptBoth(ada, told);
    const other = await ada.openAnotherTab();

    await finishInterrupted(ada, { left: ['alan'] });

    await expect.poll(() => interruptedAccounts(other)).toEqual(['alan']);
    expect(await provider.knows('ada')).toBe(false);
    expect(await provider.knows('alan')).toBe(true);
    await finishAlans(ada);
    await expect.poll(() => interruptedAccounts(other)).toEqual([]);
    expect(await provider.knows('alan')).toBe(false);
  },
);

test('of two sign-outs that were interrupted, dismiss() forgets the older one and leaves the other', async ({
  ada,
  provider,
  told,
}) => {
  await interruptBoth(ada, told);
  const other = await ada.openAnotherTab();
  expect(await interruptedAccounts(other)).toEqual(['ada']);

  await ada.page.evaluate(() => window.client.dismiss());

  await expect.poll(() => interruptedAccounts(other)).toEqual(['alan']);
  await finishAlans(ada);
  expect(await provider.knows('ada')).toBe(true);
  expect(await provider.knows('alan')).toBe(false);
});

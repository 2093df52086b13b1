import type { MsalPage, SignOutRequest } from '../harness/msal-page';
import { confirmForEverybody } from '../harness/provider';
import { endSessionRequests } from '../harness/sent-requests';
import { holdFirst } from '../pages/hold-back';
import type { Person } from '../pages/identity-server';
import { allowSignIn, describeEachMajor, expect, SIGN_IN_AFTER, test } from './fault-test';
import { finishInterrupted } from './finish-interrupted';
import { expectAlone, expectSettled, passOnTheWay } from './expect-settled';
import { END_SESSION } from './sign-out-popup';
import { BEFORE_CLEARING } from './stages';

const SIGN_INS = {
  'by redirect': (tab: MsalPage, person: Person) => tab.signInByRedirect(person),
  'in a popup': (tab: MsalPage, person: Person) => tab.signInByPopup(person),
  'by ssoSilent': (tab: MsalPage, person: Person) => tab.signIn(person),
} as const;

test.beforeEach(({ page }) => page.clock.install());

/** Has Ada's page leave for a provider that does not answer. */
async function hangAtProvider(ada: MsalPage): Promise<void> {
  const { first } = await holdFirst(ada.page.context(), END_SESSION);
  await ada.beginSignOut('logoutRedirect', { account: 'ada' });
  await first;
}

/** Closes Ada's page while the application cleans up; gives back the application, started in a new tab. */
async function closeBeforeClearing(ada: MsalPage): Promise<MsalPage> {
  await BEFORE_CLEARING.reach(ada);
  const next = await ada.newTab();
  await ada.page.close();
  await next.open();
  await expectAlone(next);
  return next;
}

async function expectSignedIn(tab: MsalPage): Promise<void> {
  expect(await tab.accounts()).toEqual(['ada']);
  expect(await tab.hasTokenInCache('ada')).toBe(true);
}

test.describe(() => {
  test.use({ leaves: 'a sign-in' });

  describeEachMajor((core) => {
    for (const [how, signIn] of Object.entries(SIGN_INS)) {
      test(
        `a sign-in ${how} in another tab settles a sign-out that hangs at the provider`,
        how === 'in a popup' ? core : {},
        async ({ ada, page, told }) => {
          const other = await ada.openAnotherTab();
          const asked = endSessionRequests(page);
          await hangAtProvider(ada);

          await allowSignIn(told, () => signIn(other, 'ada'));
          await expect.poll(() => other.seenAccounts()).toEqual(['ada']);
          await page.close();
          await expectAlone(other);

          await expectSettled(other);
          await expectSignedIn(other);
          expect(asked).toHaveLength(1);
        },
      );

      test(`a sign-in ${how} settles a sign-out that was cut off before the clearing`, async ({
        ada,
        page,
        told,
      }) => {
        const asked = endSessionRequests(page);
        const next = await closeBeforeClearing(ada);

        await allowSignIn(told, () => signIn(next, 'ada'));

        await expectSettled(next);
        await expectSignedIn(next);
        expect(asked).toEqual([]);
      });
    }
  });
});

test.describe(() => {
  test.use({ leaves: 'nothing' });

  for (const [how, signIn] of Object.entries(SIGN_INS)) {
    test(`a sign-in ${how} of somebody else does not settle a sign-out that hangs at the provider`, async ({
      ada,
      context,
      page,
      provider,
      told,
    }) => {
      const other = await ada.openAnotherTab();
      await hangAtProvider(ada);

      await allowSignIn(told, () => signIn(other, 'alan'));
      await page.close();
      await expectAlone(other);

      await passOnTheWay(other);
      await context.unrouteAll();
      await finishInterrupted(other);
      expect(await provider.knows('ada')).toBe(false);
      expect(await other.accounts()).toEqual(['alan']);
    });
  }
});

/** Sign-outs of another tab that cover Ada's. */
const COVERING: Readonly<Record<string, { request: SignOutRequest; people: readonly Person[] }>> = {
  'of the same person': { request: { account: 'ada' }, people: [] },
  'of everybody, who is one': { request: {}, people: [] },
  'of everybody, who are two': { request: {}, people: ['alan'] },
};

describeEachMajor((core) => {
  for (const [whom, { request, people }] of Object.entries(COVERING)) {
    for (const way of ['logoutRedirect', 'logoutPopup'] as const) {
      test(
        `${way} ${whom} settles a sign-out that was cut off before the clearing`,
        whom === 'of the same person' && way === 'logoutPopup' ? core : {},
        async ({ ada, provider, told }) => {
          if (people.length > 0) await allowSignIn(told, () => ada.signIn(...people));
          const next = await closeBeforeClearing(ada);
          expect(await next.accounts()).toEqual(['ada', ...people]);

          const popup = way === 'logoutPopup' ? next.page.waitForEvent('popup') : undefined;
          await next.beginSignOut(way, request);
          if (people.length > 0) await confirmForEverybody((await popup) ?? next.page);
          await (way === 'logoutPopup' ? next.result() : next.returnedResult());
          expect(await provider.knows('ada')).toBe(false);

          await expectSettled(next);
          expect(await next.accounts()).toEqual([]);
        },
      );
    }
  }

  test(
    'a sign-out of somebody else does not settle one that was cut off before the clearing',
    SIGN_IN_AFTER,
    async ({ ada, provider, told }) => {
      await allowSignIn(told, () => ada.signIn('alan'));
      const next = await closeBeforeClearing(ada);

      await next.signOut('logoutPopup', { account: 'alan' });

      await passOnTheWay(next);
      expect(await provider.knows('ada')).toBe(true);
      await finishInterrupted(next);
      expect(await provider.knows('ada')).toBe(false);
      expect(await next.accounts()).toEqual([]);
    },
  );

  test('a sign-out that does not ask the provider does not settle one that was cut off before the clearing', async ({
    ada,
    provider,
  }) => {
    const next = await closeBeforeClearing(ada);

    await next.signOut('clearCache', { account: 'ada' });

    await passOnTheWay(next);
    expect(await provider.knows('ada')).toBe(true);
    await finishInterrupted(next);
    expect(await provider.knows('ada')).toBe(false);
  });
});

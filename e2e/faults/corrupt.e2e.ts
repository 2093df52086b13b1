import type { Page } from '@playwright/test';
import type { AccountInfo } from 'msal-logout/engine';
import { CONFIRMED_BY_REDIRECT } from '../harness/expected-events';
import type { MsalPage } from '../harness/msal-page';
import { confirmForEverybody } from '../harness/provider';
import type { Person } from '../pages/identity-server';
import { clear, expectAlanAlone, signInBoth, startOn } from './both-signed-in';
import type { Spoil } from './corrupt-entries';
import {
  cacheOf,
  cut,
  fillWith,
  KEYS,
  SPOILS_OF_LISTS,
  spoilsOf,
  spoilt,
  toNull,
  withAnotherNonce,
  without,
  write,
} from './corrupt-entries';
import { describeEachMajor, expect, SIGN_IN_AFTER, test } from './fault-test';

describeEachMajor(() => {
  for (const { what, keys } of [
    { what: 'an account entry that is corrupt goes', keys: KEYS['account entry'] },
    { what: 'tokens that are corrupt go', keys: KEYS.tokens },
  ]) {
    test(`${what} with the account, and nobody else does; and with everybody`, async ({
      ada,
      major,
      told,
    }) => {
      const entries = await signInBoth(ada, told);
      for (const spoil of spoilsOf(major)) {
        await startOn(ada, entries);
        await write(ada.page, spoilt(entries, keys('ada'), spoil));
        await clear(ada, { account: 'ada' });
        await expectAlanAlone(ada, entries);

        await write(ada.page, spoilt(entries, keys('alan'), spoil));
        await clear(ada);
        expect(await cacheOf(ada)).toEqual(without(entries, 'ada', 'alan'));
        expect(await ada.accounts()).toEqual([]);
      }
    });
  }

  for (const what of ['list of accounts', 'list of tokens'] as const) {
    test(
      `a ${what} that is corrupt goes with the account, and MSAL works again`,
      SIGN_IN_AFTER,
      async ({ ada, major, told }) => {
        const entries = await signInBoth(ada, told);
        const rest = Object.entries(without(entries, 'ada')).filter(
          ([key]) => !KEYS[what]().test(key),
        );
        for (const spoil of SPOILS_OF_LISTS) {
          await startOn(ada, entries);
          await write(ada.page, spoilt(entries, KEYS[what](), spoil));

          await clear(ada, { account: 'ada' });

          expect(await cacheOf(ada)).toEqual(Object.fromEntries(rest));
          // Nobody but the list can tell MSAL that Alan is there.
          const listed = what === 'list of accounts' ? [] : ['alan'];
          expect(await ada.accounts()).toEqual(listed);
          await ada.open();
          // MSAL 3 looks for accounts when it starts.
          expect(await ada.accounts()).toEqual(major === 3 ? ['alan'] : listed);
        }
      },
    );
  }

  test(
    'lists that are corrupt go with everybody, and the provider asks whom to sign out',
    SIGN_IN_AFTER,
    async ({ ada, page, provider, told }) => {
      const entries = await signInBoth(ada, told);
      await write(page, spoilt(entries, KEYS['list of accounts'](), cut));
      await write(page, spoilt(entries, KEYS['list of tokens'](), cut));

      await ada.beginSignOut('logoutRedirect');
      await confirmForEverybody(page);

      expect(await ada.returnedResult()).toMatchObject({ server: 'confirmed', accounts: [] });
      expect(await cacheOf(ada)).toEqual(without(entries, 'ada', 'alan'));
      expect(await provider.knows('ada')).toBe(false);
      expect(await provider.knows('alan')).toBe(false);
    },
  );

  test('lists that name keys which are not there, and not those which are, hide nothing', async ({
    ada,
    page,
    told,
  }) => {
    const entries = await signInBoth(ada, told);
    // The client has looked at what MSAL tells of the sign-in; another look would find Ada gone.
    await startOn(ada, entries);
    for (const list of ['list of accounts', 'list of tokens'] as const) {
      const rename: Spoil = (text) => text.replace(/"([^"]*\bada\b[^"]*)"/g, '"$1gone"');
      await write(page, spoilt(entries, KEYS[list](), rename));
    }

    await clear(ada, { account: 'ada' });

    await expectAlanAlone(ada, entries);
  });

  test('a page that has started on corrupt entries signs out the account that it has kept', async ({
    ada,
    provider,
    told,
  }) => {
    const entries = await signInBoth(ada, told);
    const account = await accountOf(ada, 'ada');
    const ofAda = {
      ...spoilt(entries, KEYS['account entry']('ada'), cut),
      ...spoilt(entries, KEYS.tokens('ada'), cut),
    };
    await startOn(ada, { ...entries, ...ofAda });
    expect(await ada.seenAccounts()).toEqual(['alan']);

    await beginSignOutOf(ada, account);

    expect(await ada.returnedResult()).toMatchObject({ server: 'confirmed' });
    expect(await ada.eventTypes()).toEqual(
      CONFIRMED_BY_REDIRECT.filter((type) => type !== 'accountsCleared'),
    );
    await expectAlanAlone(ada, entries);
    expect(await provider.knows('ada')).toBe(false);
    expect(await provider.knows('alan')).toBe(true);
  });

  test(
    'a cache that MSAL does not start on is cleared by a page without it',
    SIGN_IN_AFTER,
    async ({ ada, major, page, told }) => {
      const entries = await signInBoth(ada, told);
      for (const corrupt of [
        spoilt(entries, KEYS['list of accounts'](), cut),
        ...(major === 3
          ? []
          : [
              spoilt(entries, KEYS['list of tokens'](), cut),
              spoilt(entries, KEYS['account entry']('ada'), toNull),
              spoilt(entries, KEYS.tokens('ada'), withAnotherNonce),
            ]),
      ]) {
        await fillWith(page, { ...entries, ...corrupt });
        const failure = page.waitForEvent('pageerror');
        await page.goto(`/v${major}/`);
        await failure;

        await ada.open('/without-msal/');
        await clear(ada);

        expect(await cacheOf(ada)).toEqual(without(entries, 'ada', 'alan'));
        await ada.open();
        expect(await ada.accounts()).toEqual([]);
      }
    },
  );

  test(
    'an MSAL that does not start on the cache has the account cleared, and starts then',
    SIGN_IN_AFTER,
    async ({ ada, major, page, told }) => {
      const entries = await signInBoth(ada, told);
      const account = await accountOf(ada, 'ada');
      await leaveStartToLibrary(page);
      for (const spoil of spoilsOf(major)) {
        for (const keys of [KEYS['account entry'], KEYS.tokens]) {
          await startOn(ada, { ...entries, ...spoilt(entries, keys('ada'), spoil) });

          await clearAccount(ada, account);

          expect(await cacheOf(ada)).toEqual(without(entries, 'ada'));
          await ada.open();
          await expectAlanAlone(ada, entries);
        }
      }
    },
  );
});

/** The account object of a person, as MSAL gives it. */
function accountOf(tab: MsalPage, person: Person): Promise<AccountInfo | undefined> {
  return tab.page.evaluate(
    (person) => window.msal.getAllAccounts().find(({ homeAccountId }) => homeAccountId === person),
    person,
  );
}

/** Has the pages to come be of an application that does not initialize MSAL itself. */
async function leaveStartToLibrary(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.msalCreated = (msal) => {
      Object.assign(msal, {
        initialize: () => {
          Reflect.deleteProperty(msal, 'initialize');
          return Promise.resolve();
        },
        handleRedirectPromise: () => Promise.resolve(null),
      });
    };
  });
}

/** Signs out here with an account object as applications keep it. */
async function clearAccount(tab: MsalPage, account: AccountInfo | undefined): Promise<void> {
  const local = await tab.page.evaluate(
    async (account) => (await window.client.clearCache({ account })).local,
    account,
  );
  expect(local).toBe('cleared');
}

/** Starts a redirect with an account object as applications keep it. */
async function beginSignOutOf(tab: MsalPage, account: AccountInfo | undefined): Promise<void> {
  await tab.page.evaluate((account) => void window.client.logoutRedirect({ account }), account);
}

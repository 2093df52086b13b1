import type { BrowserContext, Cookie } from '@playwright/test';
import { clear, expectAlanAlone, signInBoth, startOn } from './both-signed-in';
import { cacheOf, cut, fillWith, without } from './corrupt-entries';
import { expect, SIGN_IN_AFTER, test } from './fault-test';

const NAME = 'msal.cache.encryption';

/** The cookie with the key of what MSAL has encrypted. */
async function keyCookie(context: BrowserContext): Promise<Cookie> {
  const cookie = (await context.cookies()).find(({ name }) => name === NAME);
  if (!cookie) throw new Error('Nothing is encrypted');
  return cookie;
}

/** The same cookie with the same id, and another key. */
function withAnotherKey(value: string): string {
  return value.replace(/.{4}%22%7D$/, 'AAAA%22%7D');
}

for (const major of [4, 5] as const) {
  test.describe(`MSAL ${major}`, () => {
    test.use({ major });

    test(
      'a key cookie that goes, is cut or changes while the page runs makes no difference',
      SIGN_IN_AFTER,
      async ({ ada, context, told }) => {
        const entries = await signInBoth(ada, told);
        const cookie = await keyCookie(context);
        for (const value of [null, cut(cookie.value), withAnotherKey(cookie.value)]) {
          await context.addCookies([cookie]);
          await startOn(ada, entries);
          await context.clearCookies({ name: NAME });
          if (value !== null) await context.addCookies([{ ...cookie, value }]);

          await clear(ada, { account: 'ada' });
          await expectAlanAlone(ada, entries);

          await clear(ada);
          expect(await cacheOf(ada)).toEqual(without(entries, 'ada', 'alan'));
          expect(await ada.accounts()).toEqual([]);
        }
        // MSAL 4 does not start on one that is cut.
        await context.clearCookies({ name: NAME });
      },
    );

    test(
      'a key cookie that is gone when the page starts leaves nobody signed in, and no entries',
      SIGN_IN_AFTER,
      async ({ ada, context, page, told }) => {
        const entries = await signInBoth(ada, told);
        await fillWith(page, entries);
        await context.clearCookies({ name: NAME });
        await ada.open();
        expect(await ada.seenAccounts()).toEqual([]);

        await clear(ada);

        expect(await cacheOf(ada)).toEqual(without(entries, 'ada', 'alan'));
      },
    );
  });
}

import type { AuthenticationResult } from '@azure/msal-browser';
import { tokensOf } from '../harness/browser/tokens';
import type { Msal } from '../harness/browser/msal';
import type { MsalPage } from '../harness/msal-page';
import type { StoredEntries } from '../harness/stored-entries';
import { keyedBy } from '../harness/stored-entries';
import { describeEachMajor, expect, test } from '../harness/test';
import type { Person } from '../pages/identity-server';

/** A second client of the origin, with another provider. */
const OTHER = { clientId: 'other-app', authority: 'https://other.example/' };

declare global {
  interface Window {
    otherMsal: Msal;
  }
}

describeEachMajor(() => {
  for (const cacheLocation of ['localStorage', 'sessionStorage'] as const) {
    test.describe(cacheLocation, () => {
      test.use({ cacheLocation });

      for (const { when, restart } of [
        { when: 'both instances have just signed somebody in', restart: false },
        { when: 'the page has been loaded again', restart: true },
      ]) {
        test(`one client signs everybody out, and whom only the other knows stays whole, when ${when}`, async ({
          app,
        }) => {
          await app.signIn('ada');
          await startOther(app);
          await fileTokens(app, 'otherMsal', tokensOf('alan', OTHER));
          if (restart) {
            await app.open();
            await startOther(app);
          }
          const alan = keyedBy('alan', await app.storage());
          const lists = listsOf('alan', await app.storage());
          expect(Object.keys(alan).length).toBeGreaterThanOrEqual(3);
          expect(lists).toHaveLength(2);
          await expect.poll(() => app.seenAccounts()).toEqual(['ada']);

          const result = await app.signOut('clearCache');

          expect(result.accounts.map(({ homeAccountId }) => homeAccountId)).toEqual(['ada']);
          expect(await app.seenAccounts()).toEqual([]);
          const after = await app.storage();
          expect(keyedBy('ada', after)).toEqual({});
          expect(keyedBy('alan', after)).toEqual(alan);
          expect(listsOf('alan', after)).toEqual(lists);
        });
      }

      test('one client signs everybody out, and whom both know goes from both', async ({ app }) => {
        await startOther(app);
        await fileTokens(app, 'otherMsal', tokensOf('alan', OTHER));
        await fileTokens(app, 'msal', tokensOf('alan', OTHER));
        await app.open();
        expect(await app.seenAccounts()).toEqual(['alan']);

        await app.signOut('clearCache');

        expect(keyedBy('alan', await app.storage())).toEqual({});
      });
    });
  }
});

/** Makes an instance of the same MSAL for the other client. */
async function startOther(app: MsalPage): Promise<void> {
  await app.page.evaluate(async ({ clientId, authority }) => {
    const PublicClientApplication = window.msal.constructor as new (configuration: object) => Msal;
    window.otherMsal = new PublicClientApplication({
      auth: { clientId, authority, knownAuthorities: [new URL(authority).host] },
      cache: window.harnessOptions,
      system: { protocolMode: 'OIDC' },
    });
    await window.otherMsal.initialize();
  }, OTHER);
}

async function fileTokens(
  app: MsalPage,
  instance: 'msal' | 'otherMsal',
  tokens: AuthenticationResult,
): Promise<void> {
  await app.page.evaluate(
    ({ instance, tokens }) => window[instance].hydrateCache(tokens, { scopes: ['openid'] }),
    { instance, tokens },
  );
}

/** What MSAL's lists name of somebody, list by list. */
function listsOf(person: Person, stored: StoredEntries): readonly (readonly string[])[] {
  return [stored.localStorage, stored.sessionStorage]
    .flatMap((storage) => Object.entries(storage))
    .filter(([key]) => key.includes('.keys'))
    .map(([, text]) => text.match(new RegExp(`[^"]*\\b${person}\\b[^"]*`, 'g')) ?? [])
    .filter((keys) => keys.length > 0)
    .sort((one, other) => one.join().localeCompare(other.join()));
}

import { CORE } from '../core';
import type { LogoutResult } from 'msal-logout/engine';
import { CONFIRMED_BY_POPUP, CONFIRMED_BY_REDIRECT, ENDED_HERE } from '../harness/expected-events';
import type { MsalPage, Way } from '../harness/msal-page';
import { confirmForEverybody } from '../harness/provider';
import type { StoredEntries } from '../harness/stored-entries';
import { APP_ENTRIES, entriesOf, keyedBy, secretsLeft } from '../harness/stored-entries';
import { describeEachMajor, expect, test } from '../harness/test';
import type { Person } from '../pages/identity-server';

const CACHE_LOCATIONS = ['localStorage', 'sessionStorage'] as const;

/** What a client is made from, and the page where that is done. */
const SOURCES = [
  { source: 'an instance', path: undefined },
  { source: 'a configuration', path: '/without-msal/' },
] as const;

interface WayOut {
  readonly way: Way;
  readonly server: LogoutResult['server'];
  readonly events: readonly string[];
}

const WAYS: readonly WayOut[] = [
  { way: 'logoutRedirect', server: 'confirmed', events: CONFIRMED_BY_REDIRECT },
  { way: 'logoutPopup', server: 'confirmed', events: CONFIRMED_BY_POPUP },
  { way: 'clearCache', server: 'skipped', events: ENDED_HERE },
];

const TARGETS: readonly { whom: string; account?: Person; gone: Person[]; kept: Person[] }[] = [
  { whom: 'Ada and keeps Alan', account: 'ada', gone: ['ada'], kept: ['alan'] },
  { whom: 'everybody', gone: ['ada', 'alan'], kept: [] },
];

describeEachMajor(() => {
  for (const cacheLocation of CACHE_LOCATIONS) {
    for (const { source, path } of SOURCES) {
      test.describe(`${cacheLocation}, from ${source}`, () => {
        test.use({ cacheLocation });

        for (const { way, server, events } of WAYS) {
          for (const { whom, account, gone, kept } of TARGETS) {
            const isTypical = cacheLocation === 'localStorage' && !path && account;
            test(`${way} signs out ${whom}`, isTypical ? CORE : {}, async ({ app, provider }) => {
              await app.signIn('ada', 'alan');
              const before = await app.storage();
              if (path) await app.open(path);

              const result = await signOut(app, way, account);

              expect(result).toMatchObject({ local: 'cleared', server });
              expect(namesOf(result)).toEqual(gone);
              expect(await app.eventTypes()).toEqual(events);
              expectOnlyGone(gone, kept, before, await app.storage());
              expect(await app.isInteracting()).toBe(false);
              if (!path) expect(await app.accounts()).toEqual(kept);
              for (const person of gone) {
                expect(await provider.knows(person)).toBe(server === 'skipped');
              }
              for (const person of kept) expect(await provider.knows(person)).toBe(true);

              await app.open();
              expect(await app.accounts()).toEqual(kept);
              for (const person of kept) expect(await app.hasTokenInCache(person)).toBe(true);
              // Whether MSAL can sign in again does not depend on what the client was made from.
              if (path) return;
              await app.signInByRedirect('ada');
              expect(await app.accounts()).toEqual(['ada', ...kept]);
            });
          }
        }
      });
    }
  }
});

/** Signs out as a person does, who is asked at the provider when the request names nobody. */
async function signOut(app: MsalPage, way: Way, account?: Person): Promise<LogoutResult> {
  const popup = way === 'logoutPopup' ? app.page.waitForEvent('popup') : undefined;
  await app.beginSignOut(way, account && { account });
  if (way !== 'clearCache' && !account) {
    await confirmForEverybody((await popup) ?? app.page);
  }
  return way === 'logoutRedirect' ? app.returnedResult() : app.result();
}

function namesOf({ accounts }: LogoutResult): readonly string[] {
  return accounts.map(({ homeAccountId }) => homeAccountId).sort();
}

function expectOnlyGone(
  gone: readonly Person[],
  kept: readonly Person[],
  before: StoredEntries,
  after: StoredEntries,
): void {
  for (const person of gone) {
    expect(Object.keys(keyedBy(person, before)).length).toBeGreaterThanOrEqual(4);
    expect(entriesOf(person, after)).toEqual({});
    expect(secretsLeft(person, before, after)).toEqual([]);
  }
  for (const person of kept) expect(keyedBy(person, after)).toEqual(keyedBy(person, before));
  for (const storage of [after.localStorage, after.sessionStorage]) {
    expect(storage).toMatchObject(APP_ENTRIES);
    expect(Object.keys(storage).filter((key) => key.startsWith('end-session.journal'))).toEqual([]);
  }
}

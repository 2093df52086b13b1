import type { MsalPage } from '../harness/msal-page';
import type { Told } from '../harness/told';
import type { Entries } from './corrupt-entries';
import { cacheOf, fillWith, without } from './corrupt-entries';
import { allowSignIn, expect } from './fault-test';

/** Signs Alan in beside Ada; what is in localStorage then. */
export async function signInBoth(ada: MsalPage, told: Told): Promise<Entries> {
  await allowSignIn(told, () => ada.signIn('alan'));
  return (await ada.storage()).localStorage;
}

/** Starts the application on `entries`. */
export async function startOn(tab: MsalPage, entries: Entries): Promise<void> {
  await fillWith(tab.page, entries);
  await tab.open();
}

/** Only Alan is signed in, with his tokens, and nothing but what was Ada's has changed. */
export async function expectAlanAlone(tab: MsalPage, entries: Entries): Promise<void> {
  expect(await cacheOf(tab)).toEqual(without(entries, 'ada'));
  expect(await tab.accounts()).toEqual(['alan']);
  expect(await tab.hasTokenInCache('alan')).toBe(true);
}

/** Signs out here: Ada alone, or everybody. */
export async function clear(
  tab: MsalPage,
  request: { readonly account?: 'ada' } = {},
): Promise<void> {
  expect(await tab.signOut('clearCache', request)).toMatchObject({ local: 'cleared' });
}

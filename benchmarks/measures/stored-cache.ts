import type { Page } from '@playwright/test';
import type { CacheLocation } from '../pages/offer';
import type {} from '../pages/offer-msal';
import type { Site } from '../site/site';

/** The object ids of two people. */
export const ADA = '0a0a0a0a-0000-4000-8000-00000000000a';
export const ALAN = '0b0b0b0b-0000-4000-8000-00000000000b';

/** The entries of a Web Storage. */
export type Entries = readonly (readonly [key: string, value: string])[];

/** What MSAL of a major writes when Ada and Alan sign in, with an access token for each. */
export async function entriesOfSignIn(
  page: Page,
  site: Site,
  msal: 'msal-4' | 'msal-5',
  cacheLocation: CacheLocation,
): Promise<Entries> {
  await page.goto(site.page(msal));
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  return page.evaluate(
    async ({ people, cacheLocation }) => {
      window[cacheLocation].clear();
      await window.candidate.start(cacheLocation);
      for (const person of people) await window.signIn(person);
      return Object.entries(window[cacheLocation]) as [string, string][];
    },
    { people: [ADA, ALAN], cacheLocation },
  );
}

/**
 * Fills a Web Storage of the page with `entries` and has Ada have so many access tokens: copies of hers, which MSAL
 * takes for tokens of other scopes.
 */
export async function fill(
  page: Page,
  cacheLocation: CacheLocation,
  entries: Entries,
  tokens: number,
): Promise<void> {
  await page.evaluate(
    ({ cacheLocation, entries, tokens, ada }) => {
      localStorage.clear();
      sessionStorage.clear();
      const storage = window[cacheLocation];
      for (const [key, value] of entries) storage.setItem(key, value);
      const isHers = (key: string): boolean => key.includes(ada) && key.includes('accesstoken');
      const [key = '', value = ''] = entries.find(([each]) => isHers(each)) ?? [];
      const copies = Array.from({ length: tokens - 1 }, (_, copy) =>
        key.replace('inbox.read', `inbox-${copy}.read`),
      );
      for (const copy of copies) storage.setItem(copy, value);
      const [map = '', text = '{}'] = entries.find(([each]) => each.includes('.token.keys.')) ?? [];
      const lists = JSON.parse(text) as { accessToken: string[] };
      lists.accessToken.push(...copies);
      storage.setItem(map, JSON.stringify(lists));
    },
    { cacheLocation, entries, tokens, ada: ADA },
  );
}

/** How many access tokens of Ada's are there. */
export function tokensLeft(page: Page, cacheLocation: CacheLocation): Promise<number> {
  return page.evaluate(
    ({ cacheLocation, ada }) =>
      Object.keys(window[cacheLocation]).filter(
        (key) => key.includes(ada) && key.includes('accesstoken'),
      ).length,
    { cacheLocation, ada: ADA },
  );
}

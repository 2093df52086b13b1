import type { Page } from '@playwright/test';
import type { MsalPage } from '../harness/msal-page';
import { expect } from '../harness/test';

/** Whom the sign-out was about that the page tells to be interrupted; nobody when it tells none. */
export function interruptedAccounts(tab: MsalPage): Promise<readonly string[]> {
  return tab.page.evaluate(() =>
    (window.client.interrupted?.accounts ?? []).map(({ homeAccountId }) => homeAccountId),
  );
}

interface Finish {
  /** What the provider wants to be answered. */
  readonly answer?: ((page: Page) => Promise<void>) | undefined;
  /** Whom the page then tells to be interrupted. */
  readonly left?: readonly string[];
}

/** Waits until the page tells that Ada's sign-out was interrupted, and finishes it, as people do. */
export async function finishInterrupted(
  tab: MsalPage,
  { answer, left = [] }: Finish = {},
): Promise<void> {
  await expect.poll(() => interruptedAccounts(tab)).toEqual(['ada']);
  await tab.beginResume();
  await answer?.(tab.page);
  expect(await tab.returnedResult()).toMatchObject({ local: 'cleared', server: 'confirmed' });
  expect(await interruptedAccounts(tab)).toEqual(left);
}

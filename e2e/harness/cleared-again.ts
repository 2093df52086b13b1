import { expect } from '@playwright/test';
import type { MsalPage } from './msal-page';

/** Waits until one of the tabs, whichever sees it first, has cleared again what a late token has brought back. */
export async function expectClearedAgain(...tabs: readonly MsalPage[]): Promise<void> {
  await expect
    .poll(async () => (await Promise.all(tabs.map((tab) => tab.eventTypes()))).flat())
    .toContain('accountsClearedAgain');
}

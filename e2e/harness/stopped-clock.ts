import type { MsalPage } from './msal-page';

/** Stops the clock by which the page counts for how long sign-outs of several tabs are one: ten seconds. */
export async function stopClock({ page }: MsalPage): Promise<void> {
  await page.evaluate(() => {
    const now = performance.now();
    performance.now = () => now;
  });
}

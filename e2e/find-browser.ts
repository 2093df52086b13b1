import type { FullConfig } from '@playwright/test';
import {
  findChromium,
  findHeadlessShell,
  isHeadlessShell,
  versionOf,
} from '../tools/find-chromium';

/**
 * Playwright's global setup: finds the browser, which listing the tests does not need, and names it in the report.
 * The processes of the tests, which start later, read the paths from the environment.
 */
export default function findBrowser(config: FullConfig): void {
  const chromium = findChromiumOrExit();
  const browser = process.env['CHROMIUM_PATH'] ? chromium : (findHeadlessShell() ?? chromium);
  process.env['TEST_BROWSER_PATH'] = browser;
  process.env['FULL_BROWSER_PATH'] = isHeadlessShell(chromium) ? '' : chromium;
  config.metadata['browser'] = versionOf(browser);
}

/** One line is enough for a missing browser; Playwright would add where in the code. */
function findChromiumOrExit(): string {
  try {
    return findChromium();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}

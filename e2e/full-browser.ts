import type { test } from '@playwright/test';

/** A Chromium with its own user interface; empty where the global setup found only a headless shell. */
export const FULL_BROWSER = process.env['FULL_BROWSER_PATH'] ?? '';

/** Skips the tests of a file, which are about what a headless shell lacks, where no other browser was found. */
export function requireFullBrowser({ skip }: Pick<typeof test, 'skip'>): void {
  skip(() => FULL_BROWSER === '', 'needs a Chromium with its own user interface');
}

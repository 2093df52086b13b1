// Of `npm run test:package`, which says in the environment where the application is.
import { defineConfig, devices } from '@playwright/test';
import { findChromium } from '../find-chromium';

export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: process.env['REPORTS'] ?? '../../reports/package',
  reporter: 'line',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env['APP'] ?? '',
    screenshot: 'on',
    launchOptions: { executablePath: findChromium() },
  },
});

import { defineConfig, devices } from '@playwright/test';
import { APP, APP_PORT, IDENTITY_SERVER_PORT } from './e2e/addresses';
import {
  HARNESS_IDENTITY_SERVER_PORT,
  HARNESS_PORT,
  OTHER_ORIGIN_PORT,
} from './e2e/harness/addresses';
import { findChromium, findHeadlessShell } from './tools/find-chromium';

// Playwright reads this file once in every process; the environment tells the others what was found.
process.env['HEADLESS_SHELL_PATH'] ??= process.env['CHROMIUM_PATH'] ?? findHeadlessShell() ?? '';
process.env['CHROMIUM_PATH'] = findChromiumOrExit();

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  workers: 2,
  // Generous: a busy machine is slow, not wrong.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  outputDir: 'reports/e2e',
  reporter: [
    ['list'],
    ['json', { outputFile: 'reports/e2e.json' }],
    ['html', { open: 'never', outputFolder: 'reports/e2e-html' }],
  ],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: APP,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    // The shell does the same in half the time; tests of what it lacks name the browser.
    launchOptions: {
      executablePath: process.env['HEADLESS_SHELL_PATH'] || process.env['CHROMIUM_PATH'],
    },
  },
  webServer: [
    {
      env: { SLOW_SECONDS: '60' },
      command: `node tools/start.mjs --port ${APP_PORT} --identity-port ${IDENTITY_SERVER_PORT} --no-watch`,
      wait: { stdout: /^Open http/m },
      gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
      reuseExistingServer: false,
      timeout: 180_000,
    },
    {
      command: `node e2e/harness/serve.mjs --port ${HARNESS_PORT} --identity-port ${HARNESS_IDENTITY_SERVER_PORT} --other-port ${OTHER_ORIGIN_PORT}`,
      wait: { stdout: /^Harness on http/m },
      gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
      reuseExistingServer: false,
      timeout: 180_000,
    },
  ],
});

/** One line is enough for a browser that is not there; Playwright would add where in the code. */
function findChromiumOrExit(): string {
  try {
    return findChromium();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}

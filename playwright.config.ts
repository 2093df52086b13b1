import { defineConfig, devices } from '@playwright/test';
import { APP, APP_PORT, IDENTITY_SERVER_PORT } from './e2e/addresses';
import {
  HARNESS_IDENTITY_SERVER_PORT,
  HARNESS_PORT,
  OTHER_ORIGIN_PORT,
} from './e2e/harness/addresses';

/** A folder for each part of the tests: Playwright empties it when it starts. */
const reports = process.env['E2E_REPORTS'] ?? 'reports/e2e';

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/find-browser',
  testMatch: '**/*.e2e.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  workers: 2,
  // Generous: a busy machine is slow, not wrong.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  outputDir: `${reports}/results`,
  reporter: [
    ['list'],
    ['json', { outputFile: `${reports}/report.json` }],
    ['html', { open: 'never', outputFolder: `${reports}/html` }],
  ],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: APP,
    // Actions and requests only: with a picture of every step, the tests take a tenth longer.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    // Set by the global setup. The shell does the same in half the time; tests of what it lacks name the browser.
    launchOptions: { executablePath: process.env['TEST_BROWSER_PATH'] ?? '' },
  },
  webServer: {
    command: `node e2e/serve.mjs --port ${APP_PORT} --identity-port ${IDENTITY_SERVER_PORT} --harness-port ${HARNESS_PORT} --harness-identity-port ${HARNESS_IDENTITY_SERVER_PORT} --other-port ${OTHER_ORIGIN_PORT}`,
    // Slow requests must outlast a sign-out on a busy machine.
    env: { SLOW_SECONDS: '60' },
    wait: { stdout: /^All servers answer/m },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    reuseExistingServer: false,
    timeout: 180_000,
  },
});

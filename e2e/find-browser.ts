import { spawnSync } from 'node:child_process';
import type { FullConfig } from '@playwright/test';
import { findChromium, findHeadlessShell, isHeadlessShell } from '../tools/find-chromium';

/**
 * Playwright's global setup: finds the browser, which listing the tests does not need, and names it in the report.
 * The tests' processes, which start later, read the paths from the environment.
 */
export default function findBrowser(config: FullConfig): void {
  const chromium = findChromium();
  const shell = process.env['CHROMIUM_PATH'] ? chromium : (findHeadlessShell() ?? chromium);
  process.env['HEADLESS_SHELL_PATH'] = shell;
  process.env['CHROMIUM_PATH'] = isHeadlessShell(chromium) ? '' : chromium;
  config.metadata['browser'] = nameOf(shell);
}

/** What a browser says that it is: `Chromium 156.0.8078.108`, for example. */
function nameOf(path: string): string {
  return spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.trim();
}

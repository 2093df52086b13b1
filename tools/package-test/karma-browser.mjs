import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { findChromium } = createRequire(import.meta.url)('../find-chromium');

/**
 * The program that Karma is to start as `ChromeHeadless`.
 * @param {string} folder for a file that may be needed
 * @returns {string}
 */
export function karmaBrowser(folder) {
  const chromium = findChromium();
  if (process.getuid?.() !== 0) return chromium;
  // Root has no sandbox, and Karma's own browser is not told so.
  const program = join(folder, 'chromium-without-sandbox');
  writeFileSync(program, `#!/bin/sh\nexec '${chromium}' --no-sandbox "$@"\n`, { mode: 0o755 });
  return program;
}

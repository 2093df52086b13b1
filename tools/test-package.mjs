// `npm run test:package`: whether what `npm run build:lib` has written serves somebody who only has the tarball.
//   npm run test:package                             with Angular 21 and msal-browser 5
//   npm run test:package -- --angular 22 --msal 4    with others
//   npm run test:package -- --karma                  with Karma as the test runner, not Vitest
//   npm run test:package -- --all                    with all that are supported
//   npm run test:package -- --keep                   leaves the application, to look at
import './ensure-installed.mjs';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { untilAskedToStop } from './asked-to-stop.mjs';
import { nameOf, readOptions } from './package-test/combinations.mjs';
import { Terminal } from './package-test/terminal.mjs';
import { tryPackage } from './package-test/try-package.mjs';
import { WORKSPACE } from './workspace.mjs';

const PACKAGE = join(WORKSPACE, 'dist', 'msal-logout');
const REPORTS = join(WORKSPACE, 'reports', 'package');

try {
  process.exitCode = await test(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/**
 * @param {ReturnType<typeof readOptions>} options
 * @returns {Promise<number>} the exit code
 */
async function test({ combinations, keep }) {
  if (!existsSync(PACKAGE))
    throw new Error('There is no dist/msal-logout. Run "npm run build:lib" first.');
  let stopped = false;
  void untilAskedToStop().then(() => (stopped = true));
  // Below the workspace, what the application lacks would be found in the workspace's node_modules.
  const folder = mkdtempSync(join(tmpdir(), 'msal-logout-'));
  const counts = { passed: 0, failed: 0 };
  try {
    const tarball = await pack(folder);
    for (const [index, combination] of combinations.entries()) {
      const name = nameOf(combination);
      console.log(name);
      const reports = join(REPORTS, name.replaceAll(' ', '-').toLowerCase());
      rmSync(reports, { recursive: true, force: true });
      try {
        if (stopped) throw new Error('stopped');
        await tryPackage(combination, { folder: join(folder, `${index}`), tarball, reports });
        counts.passed += 1;
      } catch (error) {
        counts.failed += 1;
        console.error(error instanceof Error ? error.message : error);
      }
    }
  } finally {
    if (keep) console.log(`Everything is still in ${folder}`);
    else rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  return counts.failed === 0 ? 0 : 1;
}

/**
 * @param {string} folder
 * @returns {Promise<string>} the tarball
 */
async function pack(folder) {
  await new Terminal(process.execPath).npm(PACKAGE, 'pack', '--pack-destination', folder);
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('npm pack has written nothing.');
  return join(folder, tarball);
}

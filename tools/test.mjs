// `npm test`: types, unit tests, and the core of the browser tests. `npm run test:all`: the model and the other browser tests.
// Ends with the failures, the time of each stage, the browser, and the totals.
import './ensure-installed.mjs';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { untilAskedToStop } from './asked-to-stop.mjs';
import { run } from './run.mjs';
import { outcomeOfJest, outcomeOfModel, outcomeOfPlaywright } from './test-outcomes.mjs';
import { WORKSPACE } from './workspace.mjs';

/**
 * One of the commands that npm's scripts are short for; without npm in between, so that Ctrl-C reaches it.
 *
 * @typedef {object} Stage
 * @property {string} name
 * @property {readonly string[]} args of Node
 * @property {string} report the file that it writes
 * @property {NodeJS.ProcessEnv} [env] what is added to the environment
 * @property {(report: any) => import('./test-outcomes.mjs').Outcome} read
 */

/** @type {readonly Stage[]} */
const CORE = [
  {
    name: 'types',
    args: ['tools/check-types.mjs'],
    report: 'reports/types.json',
    read: (outcome) => outcome,
  },
  {
    name: 'unit tests',
    args: ['node_modules/jest/bin/jest.js', '--json', '--outputFile=reports/jest.json'],
    report: 'reports/jest.json',
    read: outcomeOfJest,
  },
  browserTests('browser tests, the core', 'reports/core', '--grep=@core'),
];

/**
 * @param {readonly string[]} options for Playwright, such as `--shard=1/3`
 * @returns {readonly Stage[]}
 */
const everythingElse = (options) => [
  {
    name: 'model',
    args: ['-r', 'esbuild-register', 'model/run.ts'],
    report: 'reports/model.json',
    read: outcomeOfModel,
  },
  browserTests('browser tests, the matrix', 'reports/matrix', '--grep-invert=@core', ...options),
];

let stopped = false;
void untilAskedToStop().then(() => (stopped = true));

const [suite, ...options] = process.argv.slice(2);
const stages = suite === 'everything-else' ? everythingElse(options) : CORE;
const lines = [];
const total = { passed: 0, failed: 0, skipped: 0 };
for (const stage of stages) {
  const startedAt = Date.now();
  const { passed, failed, skipped = 0, browser } = await runStage(stage);
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  lines.push(...failed.map((what) => `failed: ${what}`));
  lines.push(
    `${stage.name}: ${told({ passed, failed: failed.length, skipped })} (${seconds} s${browser ? `, ${browser}` : ''})`,
  );
  total.passed += passed;
  total.failed += failed.length;
  total.skipped += skipped;
}

console.log(`\n${lines.join('\n')}`);
console.log(told(total));
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

/**
 * @param {string} name
 * @param {string} reports the folder that they write to
 * @param {readonly string[]} options
 * @returns {Stage}
 */
function browserTests(name, reports, ...options) {
  return {
    name,
    args: ['node_modules/@playwright/test/cli.js', 'test', ...options],
    report: `${reports}/report.json`,
    env: { E2E_REPORTS: reports },
    read: outcomeOfPlaywright,
  };
}

/** @param {typeof total} counts */
function told({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

/**
 * @param {Stage} stage
 * @returns {Promise<import('./test-outcomes.mjs').Outcome>}
 */
async function runStage({ name, args, report, env, read }) {
  const crashed = { passed: 0, failed: [name] };
  if (stopped) return crashed;
  console.log(`\n> ${name}`);
  const file = join(WORKSPACE, report);
  rmSync(file, { force: true });
  Object.assign(process.env, env);
  const code = await run(process.execPath, args, WORKSPACE);
  if (!existsSync(file)) return crashed;
  const outcome = read(JSON.parse(readFileSync(file, 'utf8')));
  // A stage may also fail for something that is not a test.
  return code !== 0 && outcome.failed.length === 0 ? { ...outcome, failed: [name] } : outcome;
}

// `npm test`: types, unit tests and end-to-end tests, all of them; then what failed, and in the last line the sum.
import './ensure-installed.mjs';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { untilAskedToStop } from './asked-to-stop.mjs';
import { run } from './run.mjs';
import { outcomeOfJest, outcomeOfPlaywright } from './test-outcomes.mjs';
import { WORKSPACE } from './workspace.mjs';

const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';

/**
 * The npm scripts of the same names; without npm in between, so that Ctrl-C reaches them.
 * @type {readonly Stage[]}
 *
 * @typedef {object} Stage
 * @property {string} name
 * @property {readonly string[]} args of Node
 * @property {string} report the file that it writes
 * @property {(report: any) => import('./test-outcomes.mjs').Outcome} read
 */
const STAGES = [
  {
    name: 'test:types',
    args: ['tools/check-types.mjs'],
    report: 'reports/types.json',
    read: (outcome) => outcome,
  },
  {
    name: 'test:unit',
    args: ['node_modules/jest/bin/jest.js', '--json', '--outputFile=reports/jest.json'],
    report: 'reports/jest.json',
    read: outcomeOfJest,
  },
  {
    name: 'test:e2e',
    args: [PLAYWRIGHT, 'test', '--grep-invert=@alone'],
    report: 'reports/e2e.json',
    read: outcomeOfPlaywright,
  },
  {
    name: 'test:e2e, one by one',
    args: [PLAYWRIGHT, 'test', '--grep=@alone', '--workers=1', '--output=reports/e2e-alone'],
    report: 'reports/e2e.json',
    read: outcomeOfPlaywright,
  },
];

let stopped = false;
void untilAskedToStop().then(() => (stopped = true));

const lines = [];
const total = { passed: 0, failed: 0 };
for (const stage of STAGES) {
  const { passed, failed } = await runStage(stage);
  lines.push(...failed.map((what) => `failed: ${what}`));
  lines.push(`${stage.name}: ${passed} passed, ${failed.length} failed`);
  total.passed += passed;
  total.failed += failed.length;
}

console.log(`\n${lines.join('\n')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

/**
 * @param {Stage} stage
 * @returns {Promise<import('./test-outcomes.mjs').Outcome>}
 */
async function runStage({ name, args, report, read }) {
  const crashed = { passed: 0, failed: [name] };
  if (stopped) return crashed;
  console.log(`\n> ${name}`);
  const file = join(WORKSPACE, report);
  rmSync(file, { force: true });
  const code = await run(process.execPath, args, WORKSPACE);
  if (!existsSync(file)) return crashed;
  const outcome = read(JSON.parse(readFileSync(file, 'utf8')));
  // A stage may also fail for something that is not a test.
  return code !== 0 && outcome.failed.length === 0 ? { ...outcome, failed: [name] } : outcome;
}

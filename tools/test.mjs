// `npm test`: types, unit tests and end-to-end tests, all of them, and what came of it in the last line.
import './ensure-installed.mjs';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { untilAskedToStop } from './asked-to-stop.mjs';
import { run } from './run.mjs';
import { countJestTests, countPlaywrightTests, countTypeChecks } from './test-counts.mjs';
import { WORKSPACE } from './workspace.mjs';

/** The npm scripts of the same names; without npm in between, so that Ctrl-C reaches them. */
const STAGES = [
  {
    name: 'test:types',
    args: ['tools/check-types.mjs'],
    report: 'reports/types.json',
    count: countTypeChecks,
  },
  {
    name: 'test:unit',
    args: ['node_modules/jest/bin/jest.js', '--json', '--outputFile=reports/jest.json'],
    report: 'reports/jest.json',
    count: countJestTests,
  },
  {
    name: 'test:e2e',
    args: ['node_modules/@playwright/test/cli.js', 'test'],
    report: 'reports/e2e.json',
    count: countPlaywrightTests,
  },
];

let stopped = false;
void untilAskedToStop().then(() => (stopped = true));

const lines = [];
const total = { passed: 0, failed: 0 };
for (const stage of STAGES) {
  const { passed, failed } = await runStage(stage);
  lines.push(`${stage.name}: ${passed} passed, ${failed} failed`);
  total.passed += passed;
  total.failed += failed;
}

console.log(`\n${lines.join('\n')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

/**
 * @param {typeof STAGES[number]} stage
 * @returns {Promise<import('./test-counts.mjs').Counts>}
 */
async function runStage({ name, args, report, count }) {
  const crashed = { passed: 0, failed: 1 };
  if (stopped) return crashed;
  console.log(`\n> ${name}`);
  const file = join(WORKSPACE, report);
  rmSync(file, { force: true });
  const code = await run(process.execPath, args, WORKSPACE);
  if (!existsSync(file)) return crashed;
  const { passed, failed } = count(JSON.parse(readFileSync(file, 'utf8')));
  // A stage may also fail for something that is not a test.
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}

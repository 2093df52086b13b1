/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed what neither passed nor was skipped on purpose: also what never ran
 */

/**
 * @param {Counts} report of tools/check-types.mjs
 * @returns {Counts}
 */
export function countTypeChecks({ passed, failed }) {
  return { passed, failed };
}

/**
 * @param {object} report of `jest --json`
 * @param {number} report.numPassedTests
 * @param {number} report.numFailedTests
 * @param {number} report.numRuntimeErrorTestSuites files that failed before their tests were known
 * @returns {Counts}
 */
export function countJestTests(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
  };
}

/**
 * @typedef {object} PlaywrightSuite
 * @property {readonly PlaywrightSuite[]} [suites]
 * @property {readonly { tests: readonly PlaywrightTest[] }[]} [specs]
 */
/**
 * @typedef {object} PlaywrightTest
 * @property {string} status `expected` when it passed, `skipped` also when it was interrupted or never ran
 * @property {string} expectedStatus `skipped` when it was skipped on purpose
 */

/**
 * @param {PlaywrightSuite} report of Playwright's json reporter
 * @returns {Counts}
 */
export function countPlaywrightTests(report) {
  const tests = testsOf(report).filter(({ expectedStatus }) => expectedStatus !== 'skipped');
  const passed = tests.filter(({ status }) => status === 'expected').length;
  return { passed, failed: tests.length - passed };
}

/**
 * @param {PlaywrightSuite} suite
 * @returns {PlaywrightTest[]}
 */
function testsOf({ suites = [], specs = [] }) {
  return [...specs.flatMap(({ tests }) => tests), ...suites.flatMap(testsOf)];
}

import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {object} Outcome
 * @property {number} passed how many
 * @property {readonly string[]} failed what neither passed nor was skipped on purpose, and why; also what never ran
 * @property {number} [skipped] how many were skipped on purpose
 * @property {string | undefined} [browser] the name and version of the browser
 */

/**
 * @param {object} report of `jest --json`
 * @param {number} report.numPassedTests
 * @param {readonly JestFile[]} report.testResults
 * @returns {Outcome}
 *
 * @typedef {object} JestFile
 * @property {string} name
 * @property {string} status `failed` also when the file could not be loaded, which leaves it without tests
 * @property {readonly { fullName: string, status: string, failureMessages: readonly string[] }[]} assertionResults
 */
export function outcomeOfJest({ numPassedTests, testResults }) {
  const failed = testResults.flatMap(({ name, status, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === 'failed');
    if (tests.length > 0) {
      return tests.map(({ fullName, failureMessages }) => withReason(fullName, failureMessages[0]));
    }
    return status === 'failed' ? [name] : [];
  });
  return { passed: numPassedTests, failed };
}

/**
 * @param {object} report of the model: what was walked, and what did not hold
 * @param {number} report.scenarios
 * @param {readonly { scenario: string, message: string }[]} report.violations
 * @returns {Outcome}
 */
export function outcomeOfModel({ scenarios, violations }) {
  const broken = new Set(violations.map(({ scenario }) => scenario));
  return {
    passed: scenarios - broken.size,
    failed: violations.map(({ scenario, message }) => `${scenario} (${message})`),
  };
}

/**
 * @param {PlaywrightSuite & { config?: { metadata?: { browser?: string } } }} report of Playwright's json reporter
 * @returns {Outcome}
 *
 * @typedef {object} PlaywrightSuite
 * @property {string} [title]
 * @property {readonly PlaywrightSuite[]} [suites]
 * @property {readonly { title: string, tests: readonly PlaywrightTest[] }[]} [specs]
 *
 * @typedef {object} PlaywrightTest
 * @property {string} status `expected` when it passed, `skipped` also when it was interrupted or never ran
 * @property {string} expectedStatus `skipped` when it was skipped on purpose
 * @property {readonly { error?: { message?: string } }[]} results none when it never ran
 */
export function outcomeOfPlaywright(report) {
  const all = testsOf(report);
  const tests = all.filter(({ expectedStatus }) => expectedStatus !== 'skipped');
  const failed = tests
    .filter(({ status }) => status !== 'expected')
    .map(({ title, results }) => withReason(title, results[0]?.error?.message));
  return {
    passed: tests.length - failed.length,
    failed,
    skipped: all.length - tests.length,
    browser: report.config?.metadata?.browser,
  };
}

/**
 * @param {PlaywrightSuite} suite
 * @param {readonly string[]} around the titles of the suites that this one is in
 * @returns {(PlaywrightTest & { title: string })[]} each with its title and those of its suites
 */
function testsOf({ title, suites = [], specs = [] }, around = []) {
  const titles = title ? [...around, title] : around;
  return [
    ...specs.flatMap(({ title, tests }) =>
      tests.map((test) => ({ ...test, title: [...titles, title].join(' › ') })),
    ),
    ...suites.flatMap((suite) => testsOf(suite, titles)),
  ];
}

/**
 * @param {string} title
 * @param {string | undefined} message of the error
 * @returns {string}
 */
function withReason(title, message) {
  const [reason] = stripVTControlCharacters(message ?? '').split('\n');
  return reason ? `${title} (${reason})` : title;
}

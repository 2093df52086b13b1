import { countJestTests, countPlaywrightTests } from './test-counts.mjs';

describe('the count of Jest tests', () => {
  it('takes a file that cannot be loaded for a failure', () => {
    const report = { numPassedTests: 3, numFailedTests: 1, numRuntimeErrorTestSuites: 1 };
    expect(countJestTests(report)).toEqual({ passed: 3, failed: 2 });
  });
});

describe('the count of Playwright tests', () => {
  const count = (...tests: { status: string; expectedStatus: string }[]) =>
    countPlaywrightTests({ suites: [{ suites: [{ specs: [{ tests }] }] }] });

  it('finds the tests in all suites', () => {
    const passed = { status: 'expected', expectedStatus: 'passed' };
    expect(count(passed, passed)).toEqual({ passed: 2, failed: 0 });
  });

  it('takes what was interrupted or never ran for a failure', () => {
    expect(count({ status: 'skipped', expectedStatus: 'passed' })).toEqual({
      passed: 0,
      failed: 1,
    });
  });

  it('leaves out what is skipped on purpose', () => {
    expect(count({ status: 'skipped', expectedStatus: 'skipped' })).toEqual({
      passed: 0,
      failed: 0,
    });
  });

  it('does not take a test that passed only once for passed', () => {
    expect(count({ status: 'flaky', expectedStatus: 'passed' })).toEqual({ passed: 0, failed: 1 });
  });
});

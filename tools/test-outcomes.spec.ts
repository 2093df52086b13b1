import { outcomeOfJest, outcomeOfModel, outcomeOfPlaywright } from './test-outcomes.mjs';

describe('the outcome of Jest tests', () => {
  it('names those that failed, and why', () => {
    const assertionResults = [
      { fullName: 'adds', status: 'passed', failureMessages: [] },
      { fullName: 'subtracts', status: 'failed', failureMessages: ['Error: no\n    at line 1'] },
      { fullName: 'divides', status: 'failed', failureMessages: [] },
    ];
    const testResults = [{ name: 'sums.spec.ts', status: 'failed', assertionResults }];
    expect(outcomeOfJest({ numPassedTests: 1, testResults })).toEqual({
      passed: 1,
      failed: ['subtracts (Error: no)', 'divides'],
    });
  });

  it('takes a file that cannot be loaded for a failure', () => {
    const testResults = [{ name: 'sums.spec.ts', status: 'failed', assertionResults: [] }];
    expect(outcomeOfJest({ numPassedTests: 0, testResults })).toEqual({
      passed: 0,
      failed: ['sums.spec.ts'],
    });
  });
});

it('the outcome of the model names what does not hold, and in which scenario', () => {
  const violations = ['one', 'another'].map((message) => ({ scenario: 'late-token', message }));
  expect(outcomeOfModel({ scenarios: 3, violations })).toEqual({
    passed: 2,
    failed: ['late-token (one)', 'late-token (another)'],
  });
});

describe('the outcome of Playwright tests', () => {
  const outcome = (
    ...tests: { status: string; expectedStatus: string; results?: { error?: object }[] }[]
  ) => {
    const all = tests.map((test) => ({ results: [], ...test }));
    return outcomeOfPlaywright({
      config: { metadata: { browser: 'Chromium 156' } },
      suites: [
        {
          title: 'sums.e2e.ts',
          suites: [{ title: 'big', specs: [{ title: 'adds', tests: all }] }],
        },
      ],
    });
  };

  it('finds the tests in all suites', () => {
    const passed = { status: 'expected', expectedStatus: 'passed' };
    expect(outcome(passed, passed)).toMatchObject({ passed: 2, failed: [] });
  });

  it('names those that failed, with their suites', () => {
    const failed = { status: 'unexpected', expectedStatus: 'passed' };
    expect(outcome(failed)).toMatchObject({ passed: 0, failed: ['sums.e2e.ts › big › adds'] });
  });

  it('says why, in one line without colours', () => {
    const error = { message: '\u001b[31mError: 3 is not 4\u001b[39m\nCall log:' };
    const failed = { status: 'unexpected', expectedStatus: 'passed', results: [{ error }] };
    expect(outcome(failed).failed).toEqual(['sums.e2e.ts › big › adds (Error: 3 is not 4)']);
  });

  it('takes what was interrupted or never ran for a failure', () => {
    expect(outcome({ status: 'skipped', expectedStatus: 'passed' }).failed).toHaveLength(1);
  });

  it('counts what is skipped on purpose apart from what passed', () => {
    expect(outcome({ status: 'skipped', expectedStatus: 'skipped' })).toMatchObject({
      passed: 0,
      failed: [],
      skipped: 1,
    });
  });

  it('names the browser', () => {
    expect(outcome().browser).toBe('Chromium 156');
  });

  it('does not take a test that passed only once for passed', () => {
    expect(outcome({ status: 'flaky', expectedStatus: 'passed' }).failed).toHaveLength(1);
  });
});

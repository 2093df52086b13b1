// `npm run test:mutation`: breaks the engine line by line, and counts the breaks that no spec of it notices.
/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'jest',
  jest: {
    projectType: 'custom',
    configFile: 'tools/mutation/jest.config.ts',
    enableFindRelatedTests: false,
  },
  coverageAnalysis: 'perTest',
  mutate: [
    'projects/msal-logout/engine/src/**/*.ts',
    '!projects/msal-logout/engine/src/**/*.spec.ts',
    '!projects/msal-logout/engine/src/testing/**',
  ],
  ignoreStatic: true,
  disableTypeChecks: 'projects/msal-logout/engine/src/**/*.ts',
  ignorePatterns: ['dist', 'reports', '.angular', 'docs/api'],
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'progress', 'json', 'html'],
  jsonReporter: { fileName: 'reports/mutation.json' },
  htmlReporter: { fileName: 'reports/mutation.html' },
  thresholds: { high: 95, low: 90, break: 90 },
  // A test that hangs fails by itself; this is for loops, and has to bear a busy machine, which loads specs slowly.
  timeoutMS: 30_000,
  // Its memory grows with every run.
  maxTestRunnerReuse: 100,
  concurrency: 2,
};

/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

type Project = Exclude<NonNullable<Config['projects']>[number], string>;

/** Transpiles only: `npm run test:types` checks the types. */
function transform(tsconfig: string): NonNullable<Config['transform']> {
  const options = {
    tsconfig: `<rootDir>/${tsconfig}`,
    stringifyContentPathRegex: '\\.(html|svg)$',
  };
  return { '^.+\\.(ts|js|mjs|html|svg)$': ['jest-preset-angular', options] };
}

const shared = {
  preset: 'jest-preset-angular',
  testMatch: ['**/*.spec.ts'],
  moduleNameMapper: {
    '^msal-logout$': '<rootDir>/projects/msal-logout/src/public-api.ts',
    '^msal-logout/engine$': '<rootDir>/projects/msal-logout/engine/src/public-api.ts',
    '^msal-logout/testing$': '<rootDir>/projects/msal-logout/testing/src/public-api.ts',
  },
} satisfies Project;

const inBrowser = {
  ...shared,
  testEnvironment: '<rootDir>/jest.environment.cjs',
} satisfies Project;
const inNode = { ...shared, testEnvironment: 'node' } satisfies Project;
const withAngular = { setupFilesAfterEnv: ['<rootDir>/jest.setup.ts'] } satisfies Project;

export const engine: Project = {
  ...inBrowser,
  displayName: 'engine',
  roots: ['<rootDir>/projects/msal-logout/engine'],
  transform: transform('projects/msal-logout/tsconfig.spec.json'),
};

/** What @angular-devkit/schematics needs and has no CommonJS; Jest transforms no other package for it. */
const MODULES_OF_DEVKIT = [
  'ansi-regex',
  'chalk',
  'cli-cursor',
  'cli-spinners',
  'get-east-asian-width',
  'is-interactive',
  'is-unicode-supported',
  'log-symbols',
  'magic-string',
  'mimic-function',
  'onetime',
  'ora',
  'restore-cursor',
  'stdin-discarder',
  'string-width',
  'strip-ansi',
  'yoctocolors',
];

const projects: Project[] = [
  engine,
  {
    ...inBrowser,
    ...withAngular,
    displayName: 'angular',
    roots: ['<rootDir>/projects/msal-logout'],
    testPathIgnorePatterns: ['/node_modules/', '/projects/msal-logout/(engine|schematics)/'],
    transform: transform('projects/msal-logout/tsconfig.spec.json'),
  },
  {
    ...inNode,
    displayName: 'schematics',
    roots: ['<rootDir>/projects/msal-logout/schematics'],
    transform: transform('projects/msal-logout/tsconfig.schematics.spec.json'),
    transformIgnorePatterns: [`/node_modules/(?!(${MODULES_OF_DEVKIT.join('|')})/)`],
  },
  {
    ...inBrowser,
    ...withAngular,
    displayName: 'sample-app',
    roots: ['<rootDir>/projects/sample-app/src'],
    transform: transform('projects/sample-app/tsconfig.spec.json'),
  },
  {
    ...inNode,
    displayName: 'identity-server',
    roots: ['<rootDir>/projects/sample-app/identity-server'],
    transform: transform('tsconfig.tools.json'),
  },
  {
    ...inNode,
    displayName: 'tools',
    roots: ['<rootDir>/tools'],
    testPathIgnorePatterns: ['/node_modules/', '/tools/package-test/app/'],
    transform: transform('tsconfig.tools.json'),
  },
  {
    ...inNode,
    displayName: 'model',
    roots: ['<rootDir>/model'],
    transform: transform('tsconfig.tools.json'),
  },
];

const config: Config = {
  projects,
  coverageDirectory: 'reports/coverage',
  // By default, Jest leaves one core idle.
  maxWorkers: '100%',
};

export default config;

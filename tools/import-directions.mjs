// Which part of the workspace may import which, as lint rules: sample app → src → engine → nothing; the schematics
// use the CLI's packages only.

/** Files that are not shipped. */
export const TEST_FILES = ['**/*.spec.ts', '**/{src,schematics}/**/testing/**/*.ts'];

/**
 * The packages that each part may import, as regular expressions; its tests may import more.
 * @type {readonly { folder: string; packages: readonly string[]; tests: readonly string[] }[]}
 */
const PARTS = [
  {
    folder: 'projects/msal-logout/engine',
    packages: [],
    tests: ['@azure/msal-browser', 'msal-browser-[34]', 'fast-check', 'node:.+'],
  },
  {
    folder: 'projects/msal-logout/src',
    packages: ['@angular/.+', 'rxjs(/.+)?', 'msal-logout/engine'],
    tests: ['@azure/msal-browser', 'msal-browser-[34]', 'fast-check', 'node:.+'],
  },
  {
    folder: 'projects/msal-logout/testing',
    packages: ['@angular/.+', 'rxjs(/.+)?', 'msal-logout', 'msal-logout/engine'],
    tests: [],
  },
  {
    folder: 'projects/msal-logout/schematics',
    packages: [
      '@angular-devkit/schematics',
      '@schematics/angular/utility',
      'typescript',
      'node:path/posix',
    ],
    tests: ['@angular-devkit/schematics/testing', 'node:.+'],
  },
  {
    folder: 'projects/msal-logout/return-page',
    packages: ['msal-logout/engine'],
    tests: [],
  },
  {
    folder: 'projects/sample-app/src',
    packages: [
      '@angular/.+',
      'rxjs(/.+)?',
      '@azure/msal-browser(/.+)?',
      'msal-logout',
      'msal-logout/engine',
    ],
    tests: ['msal-logout/testing', 'fast-check', 'node:.+'],
  },
  {
    folder: 'projects/sample-app/identity-server',
    packages: ['oidc-provider', 'node:.+'],
    tests: ['fast-check'],
  },
];

/** A relative path that names one of these leads out of the part it starts in. */
const ANOTHER_PART = {
  regex: '^\\.(.*/)?(src|engine|msal-logout|sample-app|identity-server|node_modules)/',
  message: 'Import another part of the workspace by its package name, if at all.',
};

/** Tests may also use the fakes that applications get, which the package name of `testing` would bring Angular with. */
const ANOTHER_PART_BUT_FAKES = {
  ...ANOTHER_PART,
  regex: ANOTHER_PART.regex.replace('(src|', '((?<=/)(?<!/testing/)src|'),
};

const TEST_SUPPORT = {
  regex: '^\\.(.*/)?testing/',
  message: 'This is for tests only.',
};

/**
 * @param {readonly string[]} packages
 * @param {string} folder
 */
function onlyPackages(packages, folder) {
  return {
    regex: `^(?!${['\\.', ...packages.map((name) => `${name}$`)].join('|')})`,
    message: `Not for ${folder}: see tools/import-directions.mjs.`,
  };
}

/** @param {readonly object[]} patterns */
function restrict(patterns) {
  return { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] };
}

/** Entries for ESLint's configuration. */
export const importDirections = PARTS.flatMap(({ folder, packages, tests }) => [
  {
    files: [`${folder}/**/*.ts`],
    rules: restrict([onlyPackages(packages, folder), ANOTHER_PART, TEST_SUPPORT]),
  },
  {
    files: TEST_FILES.map((testFiles) => [`${folder}/**`, testFiles]),
    rules: restrict([onlyPackages([...packages, ...tests], folder), ANOTHER_PART_BUT_FAKES]),
  },
]);

import eslint from '@eslint/js';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import jsdoc from 'eslint-plugin-jsdoc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { importDirections, TEST_FILES } from './tools/import-directions.mjs';

export default defineConfig([
  globalIgnores([
    'dist/',
    'out-tsc/',
    'coverage/',
    'goldens/',
    'reports/',
    '.angular/',
    '.stryker-tmp/',
  ]),
  // Files of an application elsewhere, which builds them with a compiler and packages of its own.
  globalIgnores(['tools/package-test/app/']),
  {
    files: ['**/*.{mjs,cjs}'],
    extends: [eslint.configs.recommended],
    // TypeScript checks these files, too (tsconfig.tools.json).
    rules: { 'no-undef': 'off' },
  },
  {
    files: ['**/*.ts'],
    extends: [
      eslint.configs.recommended,
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
      angular.configs.tsRecommended,
    ],
    processor: angular.processInlineTemplates,
    languageOptions: {
      parserOptions: {
        project: [
          'projects/*/tsconfig.spec.json',
          'projects/*/tsconfig.schematics.spec.json',
          'tsconfig.tools.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-misused-spread': [
        'error',
        { allow: [{ from: 'lib', name: 'Storage' }] },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // An empty string is often as good as none.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
    },
  },
  {
    files: ['**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
  {
    files: ['projects/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['projects/msal-logout/**/*.ts'],
    rules: {
      'no-console': 'error',
      // MSAL's callbacks may return `false` or nothing.
      '@typescript-eslint/no-invalid-void-type': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'A public name is a decision: name it.' },
      ],
    },
  },
  {
    files: ['projects/msal-logout/engine/**/*.ts'],
    ignores: TEST_FILES,
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'A public name is a decision: name it.' },
        { selector: 'ImportExpression', message: 'The engine is loaded in one piece.' },
        { selector: 'TSImportType', message: 'Import a type at the top, where all can see it.' },
      ],
    },
  },
  {
    files: ['projects/msal-logout/**/*.ts'],
    ignores: TEST_FILES,
    extends: [jsdoc.configs['flat/recommended-typescript-error']],
    rules: {
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          require: { ClassDeclaration: true, FunctionDeclaration: true },
          contexts: [
            'TSInterfaceDeclaration',
            'TSTypeAliasDeclaration',
            'ExportNamedDeclaration > VariableDeclaration',
          ],
        },
      ],
      'jsdoc/check-tag-names': ['error', { definedTags: ['module'], typed: false }],
      'jsdoc/tag-lines': ['error', 'any', { startLines: null }],
      'jsdoc/check-param-names': ['error', { disableMissingParamChecks: true }],
      // A parameter is described where its name and its type leave something to say.
      'jsdoc/require-param': 'off',
      'jsdoc/require-returns': 'off',
      'jsdoc/require-throws-type': 'off',
    },
  },
  ...importDirections,
  {
    files: ['projects/sample-app/src/**/*.ts'],
    ignores: TEST_FILES,
    rules: {
      '@angular-eslint/component-selector': [
        'error',
        { type: 'element', prefix: 'app', style: 'kebab-case' },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', 'e2e/**/*.ts'],
    rules: {
      // What Jest's matchers return is of type any; they are handed methods to look at.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-properties': [
        'error',
        ...['it', 'test', 'describe'].map((object) => ({
          object,
          property: 'only',
          message: 'The other tests would not run.',
        })),
      ],
    },
  },
  prettier,
]);

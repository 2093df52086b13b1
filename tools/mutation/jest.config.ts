/** @jest-config-loader esbuild-register */
import { join } from 'node:path';
import { engine } from '../../jest.config';

/** Stryker's copy of the workspace; what the configuration has of paths may also be taken literally. */
const rootDir = process.cwd();

/** The specs of the engine, for `npm run test:mutation`. */
export default {
  ...engine,
  rootDir,
  roots: ['<rootDir>/tools/mutation'],
  testEnvironment: join(rootDir, 'tools/mutation/environment.cjs'),
  testMatch: ['**/all-specs.ts'],
  testTimeout: 2000,
};

/** @jest-config-loader esbuild-register */
import { join } from 'node:path';
import { engine } from './jest.config';

/** The specs of the engine, for `npm run test:mutation`: Stryker does not know what `<rootDir>` is. */
export default { ...engine, testEnvironment: join(process.cwd(), 'jest.environment.cjs') };

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const ENGINE = join(__dirname, '../../projects/msal-logout/engine/src');

/** Matches the names of the tests that come by the line that is broken; none while Stryker finds out which do. */
const { testNamePattern } = globalThis as { readonly testNamePattern?: string | null };
const names = testNamePattern?.replaceAll('\\', '');

const specs = readdirSync(ENGINE, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.spec.ts') && (names?.includes(path) ?? true))
  .sort();

/** All specs of the engine in one page: for every broken line, one page has to start, not forty. */
describe.each(specs)('%s', (path) => {
  // As if the page were closed; the environment closes its channels.
  afterAll(() => {
    window.dispatchEvent(new Event('pagehide'));
    localStorage.clear();
    sessionStorage.clear();
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  jest.requireActual(join(ENGINE, path));
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const ENGINE = join(__dirname, '../../projects/msal-logout/engine/src');

const specs = readdirSync(ENGINE, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.spec.ts'))
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

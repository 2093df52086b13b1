import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const ENGINE = join(__dirname, '../../projects/msal-logout/engine/src');

const specs = readdirSync(ENGINE, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.spec.ts'))
  .sort();

const { BroadcastChannel: Channel } = window;

/** All specs of the engine in one page: for every broken line, one page has to start, not forty. */
describe.each(specs)('%s', (path) => {
  const channels: BroadcastChannel[] = [];

  beforeAll(() => {
    window.BroadcastChannel = class extends Channel {
      constructor(name: string) {
        super(name);
        channels.push(this);
      }
    };
  });

  // As if the page were closed.
  afterAll(() => {
    window.dispatchEvent(new Event('pagehide'));
    for (const channel of channels) channel.close();
    localStorage.clear();
    sessionStorage.clear();
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  // eslint-disable-next-line @typescript-eslint/no-require-imports -- `import` comes too late for `describe`
  require(join(ENGINE, path));
});

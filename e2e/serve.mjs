// Serves what the browser tests work with, started side by side: the sample app with its identity server, and the
// pages of the harness, which have their own. Playwright's configuration says on which ports.
import { parseArgs } from 'node:util';
import { identityServer, sampleApp } from '../tools/demo-servers.mjs';
import { requireFree } from '../tools/ports.mjs';
import { runServers } from '../tools/run-servers.mjs';

/** @type {Readonly<Record<string, { type: 'string', default: string }>>} */
const PORTS = {
  port: { type: 'string', default: '' },
  'identity-port': { type: 'string', default: '' },
  'harness-port': { type: 'string', default: '' },
  'harness-identity-port': { type: 'string', default: '' },
  'other-port': { type: 'string', default: '' },
};
const { values } = parseArgs({ options: PORTS });
// What an earlier run has left would answer with what it was built from.
for (const port of Object.values(values)) {
  await requireFree(Number(port), 'The browser tests need it: end what listens there.');
}

const app = {
  port: Number(values['port']),
  identityPort: Number(values['identity-port']),
  watch: false,
};
const harness = {
  name: 'harness',
  args: [
    'e2e/harness/serve.mjs',
    ...['--port', `${values['harness-port']}`],
    ...['--identity-port', `${values['harness-identity-port']}`],
    ...['--other-port', `${values['other-port']}`],
  ],
  // It is started once the pages are there.
  url: `http://localhost:${values['harness-identity-port']}/.well-known/openid-configuration`,
};

process.exit(
  await runServers([identityServer(app), sampleApp(app), harness], { ready: 'All servers answer' }),
);

// `npm start`: the identity server and the sample app together, under one address, ended together.
import './ensure-installed.mjs';
import { identityServer, sampleApp } from './demo-servers.mjs';
import { requireFree } from './ports.mjs';
import { runServers } from './run-servers.mjs';
import { readStartOptions } from './start-options.mjs';

try {
  process.exit(await start(readStartOptions(process.argv.slice(2), process.env)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/**
 * @param {import('./start-options.mjs').StartOptions} options
 * @returns {Promise<number>} the exit code
 */
async function start(options) {
  const { port, identityPort, verbose } = options;
  await requireFree(port, another('--port', port));
  await requireFree(identityPort, another('--identity-port', identityPort));
  console.log('Starting the identity server and building the sample app…');
  return runServers([identityServer(options), sampleApp(options)], {
    verbose,
    ready:
      `\nOpen http://localhost:${port}  (Ctrl-C to stop)\n` +
      'Safari (WebKit) forgets who is signed in at every reload: without https it drops the cookie with the key of the cache.\n',
  });
}

/**
 * @param {string} option
 * @param {number} port
 */
function another(option, port) {
  return `Choose another: npm start -- ${option} ${port + 100}`;
}

// `npm start`: the identity server and the sample app together, under one address, ended together.
import './ensure-installed.mjs';
import { untilAskedToStop } from './asked-to-stop.mjs';
import { identityServer, sampleApp } from './demo-servers.mjs';
import { isFree } from './ports.mjs';
import { ServerProcess } from './server-process.mjs';
import { readStartOptions } from './start-options.mjs';
import { WORKSPACE } from './workspace.mjs';

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
  const { port, identityPort } = options;
  await requireFree('--port', port);
  await requireFree('--identity-port', identityPort);
  const stop = untilAskedToStop();

  console.log('Starting the identity server and building the sample app…');
  const servers = [identityServer(options), sampleApp(options)].map(
    (spec) => new ServerProcess(spec, { cwd: WORKSPACE, verbose: options.verbose }),
  );
  void Promise.all(servers.map((server) => server.answers())).then(() => {
    console.log(`\nOpen http://localhost:${port}  (Ctrl-C to stop)\n`);
  });

  const failure = await Promise.race([stop, ...servers.map(describeEnd)]);
  await Promise.all(servers.map((server) => server.end()));
  if (failure === undefined) return 0;
  console.error(failure);
  return 1;
}

/** @param {ServerProcess} server */
async function describeEnd(server) {
  const how = await server.ended();
  return `${server.takeUnseen()}\nThe ${server.name} ended by itself (${how}).`;
}

/**
 * @param {string} option
 * @param {number} port
 */
async function requireFree(option, port) {
  if (await isFree(port)) return;
  throw new Error(`Port ${port} is in use. Choose another: npm start -- ${option} ${port + 100}`);
}

import { untilAskedToStop } from './asked-to-stop.mjs';
import { ServerProcess } from './server-process.mjs';
import { WORKSPACE } from './workspace.mjs';

/**
 * Runs servers side by side until this process is asked to stop, or one of them ends by itself: then all end.
 * @param {readonly import('./server-process.mjs').ServerSpec[]} specs
 * @param {object} options
 * @param {boolean} [options.verbose] shows all that they print
 * @param {string} options.ready what to say once all of them answer
 * @returns {Promise<number>} the exit code
 */
export async function runServers(specs, { verbose = false, ready }) {
  const stop = untilAskedToStop();
  const servers = specs.map((spec) => new ServerProcess(spec, { cwd: WORKSPACE, verbose }));
  void Promise.all(servers.map((server) => server.answers())).then(() => console.log(ready));

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

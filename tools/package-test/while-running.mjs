import { ServerProcess } from '../server-process.mjs';

/**
 * Runs a server for as long as `use` takes.
 * @template T
 * @param {import('../server-process.mjs').ServerSpec} spec
 * @param {string} cwd
 * @param {() => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function whileRunning(spec, cwd, use) {
  const server = new ServerProcess(spec, { cwd, verbose: false });
  const died = server.ended().then((how) => {
    throw new Error(`${server.takeUnseen()}\nThe ${spec.name} ended by itself (${how}).`);
  });
  try {
    await Promise.race([server.answers(), died]);
    return await Promise.race([use(), died]);
  } finally {
    died.catch(() => undefined);
    await server.end();
  }
}

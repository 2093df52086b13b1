import { spawn } from 'node:child_process';
import { untilAskedToStop } from '../asked-to-stop.mjs';

/**
 * Runs a command whose output is read only when it fails; ends it when this process is asked to stop.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string; env: NodeJS.ProcessEnv }} options
 * @returns {Promise<void>}
 * @throws {Error} whose message is all that the command has printed
 */
export function runQuietly(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    void untilAskedToStop().then(() => child.kill('SIGINT'));
    /** @type {Buffer[]} */
    const output = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (/** @type {Buffer} */ chunk) => output.push(chunk));
    }
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else {
        const line = [command, ...args].join(' ');
        const how = signal ?? `exit code ${String(code)}`;
        reject(new Error(`$ ${line}\n${Buffer.concat(output)}\n${how}`));
      }
    });
  });
}

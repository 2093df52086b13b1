import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { untilAskedToStop } from './asked-to-stop.mjs';

/**
 * Runs a command in the foreground, and ends it when this process is asked to stop.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} workspace the folder it runs in
 * @returns {Promise<number>} its exit code; 128 and the signal's number when a signal ended it
 */
export function run(command, args, workspace) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: workspace, stdio: 'inherit' });
    void untilAskedToStop().then(() => child.kill('SIGINT'));
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      resolve(signal === null ? Number(code) : 128 + constants.signals[signal]);
    });
  });
}

/**
 * Runs npm: the one that started this script, else the one that comes with Node.
 * @param {readonly string[]} args
 * @param {string} workspace
 */
export function npm(args, workspace) {
  const [command, ...first] = npmCommand(process.execPath);
  return run(command, [...first, ...args], workspace);
}

/**
 * The command that `npm` is short for.
 * @param {string} node the Node that is to run it
 * @returns {[string, ...string[]]}
 */
export function npmCommand(node) {
  const cli = [
    process.env['npm_execpath'] ?? '',
    // Windows, where `npm` is a batch file that only a shell can start.
    join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((file) => basename(file) === 'npm-cli.js' && existsSync(file));
  return cli ? [node, cli] : ['npm'];
}

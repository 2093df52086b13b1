import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { untilAskedToStop } from '../asked-to-stop.mjs';
import { npmCommand } from '../run.mjs';
import { WORKSPACE } from '../workspace.mjs';

/** A command that did not end well; the message is all that it printed. */
export class CommandFailed extends Error {}

/** Runs commands as somebody does who has never seen this workspace. Their output is read only when they fail. */
export class Terminal {
  #node;

  /** @param {string} node the Node that runs everything */
  constructor(node) {
    this.#node = node;
  }

  /**
   * @param {string} folder
   * @param {readonly string[]} args
   */
  npm(folder, ...args) {
    const [command, ...first] = npmCommand(this.#node);
    return this.#run(command, [...first, ...args], folder);
  }

  /**
   * @param {string} folder
   * @param {readonly string[]} args
   */
  node(folder, ...args) {
    return this.#run(this.#node, args, folder);
  }

  /**
   * @param {string} command
   * @param {readonly string[]} args
   * @param {string} folder
   * @returns {Promise<void>}
   * @throws {CommandFailed}
   */
  #run(command, args, folder) {
    return runQuietly(command, args, { cwd: folder, env: outside(dirname(this.#node)) });
  }
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string; env: NodeJS.ProcessEnv }} options
 * @returns {Promise<void>}
 * @throws {CommandFailed}
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
        reject(new CommandFailed(`$ ${line}\n${Buffer.concat(output)}\n${how}`));
      }
    });
  });
}

/**
 * The environment without what npm adds for the scripts of this workspace.
 * @param {string} binaries where programs are looked for first
 */
function outside(binaries) {
  const path = (process.env['PATH'] ?? '').split(delimiter);
  const variables = Object.entries(process.env).filter(
    ([name]) => !/^(npm_(lifecycle|package|config_local_prefix)|INIT_CWD$|NODE_ENV$)/.test(name),
  );
  return {
    ...Object.fromEntries(variables),
    PATH: [binaries, ...path.filter((folder) => !folder.startsWith(WORKSPACE))].join(delimiter),
    NG_CLI_ANALYTICS: 'false',
    NO_COLOR: '1',
  };
}

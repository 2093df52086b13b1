import { delimiter, dirname } from 'node:path';
import { npmCommand } from '../run.mjs';
import { WORKSPACE } from '../workspace.mjs';
import { runQuietly } from './run-quietly.mjs';

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
   */
  #run(command, args, folder) {
    return runQuietly(command, args, { cwd: folder, env: outside(dirname(this.#node)) });
  }
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

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** How long a server may take to end before it is killed. */
const GRACE_MS = 5000;
/** How often it is asked whether it answers yet. */
const POLL_MS = 200;
/** How much of the unseen output is kept, to be shown if the server dies. */
const KEPT_LINES = 200;

/**
 * @typedef {object} ServerSpec
 * @property {string} name what it is called in messages
 * @property {readonly string[]} args of Node
 * @property {string} url where it answers once it is ready
 * @property {RegExp} [shows] the lines of its standard output that are worth reading every time
 * @property {RegExp} [hides] the lines of its standard error that are never shown
 */

/** A server that runs beside others: quiet while all is well, and never left behind. */
export class ServerProcess {
  #spec;
  #child;
  /** @type {string[]} */
  #unseen = [];

  /**
   * @param {ServerSpec} spec
   * @param {{ cwd: string; verbose: boolean }} options
   */
  constructor(spec, { cwd, verbose }) {
    this.#spec = spec;
    this.#child = spawn(process.execPath, spec.args, {
      cwd,
      env: { ...process.env, ...colours(), NG_CLI_ANALYTICS: 'false' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    createInterface(this.#child.stdout).on('line', (line) => {
      if (verbose) console.log(`[${spec.name}] ${line}`);
      else if (spec.shows?.test(line)) console.log(line);
      else this.#keep(line);
    });
    createInterface(this.#child.stderr).on('line', (line) => {
      if (!spec.hides?.test(line)) console.error(verbose ? `[${spec.name}] ${line}` : line);
    });
  }

  get name() {
    return this.#spec.name;
  }

  /**
   * Resolves when the server has ended, however that came about, and all it had to say has been read.
   * @returns {Promise<string>} how it ended, for the reader
   */
  async ended() {
    const [code, signal] = await once(this.#child, 'close');
    return signal === null ? `exit code ${String(code)}` : String(signal);
  }

  /** Resolves when the server answers a request for a page. */
  async answers() {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      const response = await fetch(this.#spec.url, { headers: { accept: 'text/html, */*' } }).catch(
        () => undefined,
      );
      await response?.body?.cancel();
      if (response && response.status < 500) return;
    }
  }

  /** What the server has printed and nobody has seen. */
  takeUnseen() {
    return this.#unseen.splice(0).join('\n');
  }

  /** Ends the server: asks it to, and does not wait for ever. */
  async end() {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    const kill = setTimeout(() => this.#child.kill('SIGKILL'), GRACE_MS);
    await exited;
    clearTimeout(kill);
  }

  /** @param {string} line */
  #keep(line) {
    this.#unseen.push(line);
    if (this.#unseen.length > KEPT_LINES) this.#unseen.shift();
  }
}

/** A server that writes into a pipe cannot see whether a person reads along in a terminal. */
function colours() {
  if ('FORCE_COLOR' in process.env || 'NO_COLOR' in process.env) return {};
  return process.stderr.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
}

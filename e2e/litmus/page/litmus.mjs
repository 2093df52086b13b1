// One tab of a litmus program. `window.litmus.run(...)` executes steps, each a line such as `write x 1`.
import { Occurrences } from './occurrences.mjs';
import { STEPS } from './steps.mjs';

/**
 * What a tab is told to run.
 *
 * @typedef {object} Run
 * @property {readonly string[]} steps
 * @property {string} round keeps the keys, messages and locks of this round apart from those of others
 * @property {number} meetAt Unix time in milliseconds at which `meet` goes on
 */

/**
 * What a tab has seen.
 *
 * @typedef {object} Sight
 * @property {string[]} seen what its steps observed, in order
 * @property {number} waited how long `when` waited, in milliseconds
 * @property {number} grantedAt Unix time in milliseconds of the last `granted`
 */

const CHANNEL = 'litmus';

class Litmus {
  happened = new Occurrences();
  /** @type {Map<string, import('./steps.mjs').Request>} */
  requests = new Map();
  /** @type {BroadcastChannel | undefined} */
  channel;
  /** @type {Promise<Sight> | undefined} */
  current;
  /** By `performance.now()`. */
  wokenAt = 0;
  /** @type {Map<string, string | null>} */
  remembered = new Map();

  constructor() {
    this.openChannel();
    addEventListener('storage', ({ key }) => this.happened.add(`storage ${key}`));
    // Reads once, so that the browser has the storage ready in this process.
    localStorage.getItem('litmus');
  }

  openChannel() {
    this.channel = new BroadcastChannel(CHANNEL);
    this.channel.onmessage = ({ data }) => this.happened.add(`message ${data}`);
  }

  closeChannel() {
    this.channel?.close();
  }

  /**
   * Executes steps. Those that do not wait follow each other in one task.
   * @param {Run} run
   * @returns {Promise<Sight>}
   */
  run(run) {
    this.current = this.#execute(run);
    return this.current;
  }

  /** @param {Run} run */
  async #execute({ steps, round, meetAt }) {
    const sight = { seen: [], waited: 0, grantedAt: 0 };
    const scope = {
      tab: this,
      sight,
      meetAt,
      own: (/** @type {string} */ name) => `${round}.${name}`,
    };
    for (const line of steps) {
      const [verb = '', ...words] = line.split(' ');
      const step = STEPS[verb];
      if (!step) throw new Error(`No such step: ${line}`);
      const wait = step(scope, ...words);
      if (wait) await wait;
    }
    return sight;
  }
}

export { Litmus };

/** @type {Window & { litmus?: Litmus }} */ (window).litmus = new Litmus();

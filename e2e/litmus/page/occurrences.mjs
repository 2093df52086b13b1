/** What has happened in this tab since it was loaded: messages and storage events, by name. */
export class Occurrences {
  /** @type {Map<string, number>} the last time of each */
  #seen = new Map();
  /** @type {Map<string, () => void>} */
  #waiting = new Map();

  /** @param {string} name */
  add(name) {
    this.#seen.set(name, performance.now());
    this.#waiting.get(name)?.();
  }

  /** @param {string} name */
  has(name) {
    return this.#seen.has(name);
  }

  /** @param {string} name */
  at(name) {
    return this.#seen.get(name);
  }

  /**
   * Resolves in the task of the event, or at once if it has happened.
   * @param {string} name
   * @returns {Promise<void>}
   */
  until(name) {
    return new Promise((resolve) => {
      if (this.#seen.has(name)) resolve();
      else this.#waiting.set(name, resolve);
    });
  }
}

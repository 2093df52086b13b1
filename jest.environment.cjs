// Neither TypeScript nor a module: under Node 20, Jest cannot load the first, and Stryker not the second.
const { webcrypto } = require('node:crypto');
const { TestEnvironment } = require('jest-environment-jsdom');

/** jsdom plus the platform features that every browser of today has and jsdom has not. */
module.exports = class BrowserEnvironment extends TestEnvironment {
  /** @type {Set<BroadcastChannel>} */
  #channels = new Set();

  /**
   * @param {import('@jest/environment').JestEnvironmentConfig} config
   * @param {import('@jest/environment').EnvironmentContext} context
   */
  constructor(config, context) {
    super(config, context);
    const { global, dom } = this;
    Object.assign(global, {
      BroadcastChannel: tracked(this.#channels),
      structuredClone,
      fetch,
      Headers,
      Request,
      Response,
      TextEncoder,
      TextDecoder,
      ReadableStream,
      isSecureContext: true,
      reportError: (/** @type {unknown} */ error) =>
        void global.dispatchEvent(new global.ErrorEvent('error', { error, cancelable: true })),
    });
    define(global.performance, 'getEntriesByType', () => []);
    define(global.crypto, 'subtle', webcrypto.subtle);
    define(global.navigator, 'locks', exclusiveLocks(global));
    // For a test that is to be at another address: jsdom.reconfigure({ url }).
    define(global, 'jsdom', dom);
  }

  /** @override */
  async teardown() {
    this.closeChannels();
    await super.teardown();
  }

  /** What a page that ends does. */
  closeChannels() {
    for (const channel of this.#channels) channel.close();
    this.#channels.clear();
  }
};

/**
 * A channel that is never closed keeps Node's event loop alive: this one can be closed at teardown.
 * @param {Set<BroadcastChannel>} channels
 */
function tracked(channels) {
  return class extends BroadcastChannel {
    /** @param {string} name */
    constructor(name) {
      super(name);
      channels.add(this);
    }
  };
}

/**
 * Web Locks, exclusive ones only. Node 20 has none, and those of later versions are shared by all test files
 * of a process: a lock that one test file leaves held must not stop the next. All are free when the page ends.
 * @param {Pick<EventTarget, 'addEventListener'>} page
 */
function exclusiveLocks(page) {
  /** @type {Map<string, Promise<unknown>>} */
  const held = new Map();
  page.addEventListener('pagehide', () => held.clear());
  /**
   * @param {string} name
   * @param {{ ifAvailable?: boolean }} options
   * @param {(lock: { name: string, mode: 'exclusive' } | null) => unknown} work
   */
  async function take(name, options, work) {
    if (options.ifAvailable && held.has(name)) return work(null);
    const done = (held.get(name) ?? Promise.resolve()).then(() =>
      work({ name, mode: 'exclusive' }),
    );
    const released = done.catch(() => undefined);
    held.set(name, released);
    void released.then(() => held.get(name) === released && held.delete(name));
    return done;
  }
  return {
    /** @type {(name: string, ...rest: [any] | [any, any]) => Promise<unknown>} */
    request: (name, ...rest) =>
      rest.length === 1 ? take(name, {}, rest[0]) : take(name, rest[0], rest[1]),
    query: () => Promise.resolve({ held: [...held.keys()].map((name) => ({ name })) }),
  };
}

/**
 * @param {object} target
 * @param {string} name
 * @param {unknown} value
 */
function define(target, name, value) {
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}

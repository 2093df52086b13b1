/**
 * A Web Lock that this tab has asked for.
 *
 * @typedef {object} Request
 * @property {Promise<void>} granted
 * @property {() => void} unlock resolves the promise of the callback
 * @property {Promise<unknown>} released what `navigator.locks.request` returned
 */

/**
 * What a step works on.
 *
 * @typedef {object} Scope
 * @property {import('./litmus.mjs').Litmus} tab
 * @property {import('./litmus.mjs').Sight} sight
 * @property {number} meetAt
 * @property {(name: string) => string} own the name of a key, a lock or a message in this round
 */

const LARGE = 'x'.repeat(500_000);

/** Unix time in milliseconds, finer than `Date.now()` where the browser lets it. */
const now = () => performance.timeOrigin + performance.now();

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The next task: a timer may come later. */
function nextTask() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(undefined);
  });
}

/** @param {number} until */
function spin(until) {
  while (now() < until);
}

/** @param {string} key */
function valueOf(key) {
  return localStorage.getItem(key)?.split(' ', 1)[0] ?? 'none';
}

/**
 * Asks for a lock without waiting.
 * @param {Scope} scope
 * @param {string} lock
 * @returns {Request}
 */
function ask({ tab, own }, lock) {
  /** @type {() => void} */
  let unlock = () => undefined;
  /** @type {Promise<void>} */
  const held = new Promise((resolve) => (unlock = resolve));
  /** @type {Promise<unknown>} */
  let released = Promise.resolve();
  /** @type {Promise<void>} */
  const granted = new Promise((resolve) => {
    released = navigator.locks.request(own(lock), () => {
      resolve();
      return held;
    });
  });
  const request = { granted, unlock, released };
  tab.requests.set(own(lock), request);
  return request;
}

/**
 * @param {Scope} scope
 * @param {string} lock
 */
async function granted({ tab, own, sight }, lock) {
  await tab.requests.get(own(lock))?.granted;
  sight.grantedAt = now();
}

/**
 * @param {Scope} scope
 * @param {string} lock
 */
function tryLock({ own, sight }, lock) {
  return new Promise((resolve) => {
    void navigator.locks.request(own(lock), { ifAvailable: true }, (granted) => {
      sight.seen.push(granted ? `${lock} got` : `${lock} refused`);
      resolve(undefined);
      return granted ? new Promise(() => undefined) : undefined;
    });
  });
}

/**
 * Observes how soon the value of a key is `value`.
 * @param {Scope} scope
 * @param {string} key
 * @param {string} value
 */
async function when({ own, sight }, key, value) {
  const from = now();
  const isThere = () => valueOf(own(key)) === value;
  if (isThere()) {
    sight.seen.push(`${key}=${value} at once`);
    return;
  }
  await nextTask();
  if (isThere()) {
    sight.waited = now() - from;
    sight.seen.push(`${key}=${value} in the next task`);
    return;
  }
  while (!isThere() && now() - from < 2000) await nextTask();
  sight.waited = now() - from;
  sight.seen.push(isThere() ? `${key}=${value} later` : `${key}=${value} never`);
}

/**
 * The steps, by verb. One that returns a promise waits; what follows is in the task of what it waited for.
 * @type {Record<string, (scope: Scope, ...words: any[]) => void | Promise<unknown>>}
 */
export const STEPS = {
  // when
  meet: ({ meetAt }) => spin(meetAt),
  task: () => nextTask(),
  pause: (_scope, milliseconds) => pause(Number(milliseconds)),
  spin: (_scope, milliseconds) => spin(now() + Number(milliseconds)),
  /** Observes whether tasks run in this tab, or another tab that spins keeps them. */
  tick: async ({ sight }, milliseconds) => {
    let last = now();
    let gap = 0;
    for (const end = last + Number(milliseconds); last < end; last = now()) {
      await nextTask();
      gap = Math.max(gap, now() - last);
    }
    sight.seen.push(gap > 40 ? 'stands still' : 'runs');
  },

  // localStorage and sessionStorage
  write: ({ own }, key, value) => localStorage.setItem(own(key), value),
  'write-large': ({ own }, key, value) => localStorage.setItem(own(key), `${value} ${LARGE}`),
  /** Writes 200 other keys before. */
  'write-many': ({ own }, key, value) => {
    for (let i = 0; i < 200; i++) localStorage.setItem(own(`${key}.${i}`), 'y'.repeat(1000));
    localStorage.setItem(own(key), value);
  },
  /** Writes 1, 2, 3 … without a break. */
  count: ({ own }, key, milliseconds) => {
    const end = now() + Number(milliseconds);
    for (let value = 1; now() < end; value++) localStorage.setItem(own(key), String(value));
  },
  increment: ({ own }, key) =>
    localStorage.setItem(own(key), String(Number(localStorage.getItem(own(key)) ?? 0) + 1)),
  remove: ({ own }, key) => localStorage.removeItem(own(key)),
  read: ({ own, sight }, key) => void sight.seen.push(`${key}=${valueOf(own(key))}`),
  /** Observes whether a key has changed since the last `remember`. */
  remember: ({ tab, own }, key) =>
    void tab.remembered.set(own(key), localStorage.getItem(own(key))),
  compare: ({ tab, own, sight }, key) => {
    const value = localStorage.getItem(own(key));
    if (value === null) sight.seen.push(`${key} never written`);
    else
      sight.seen.push(
        tab.remembered.get(own(key)) === value ? `${key} unchanged` : `${key} changed`,
      );
  },
  when,
  /** Looks in every task. */
  until: async ({ own }, key, value) => {
    while (valueOf(own(key)) !== value) await nextTask();
  },
  'write-session': ({ own }, key, value) => sessionStorage.setItem(own(key), value),
  'read-session': ({ own, sight }, key) =>
    void sight.seen.push(`${key}=${sessionStorage.getItem(own(key)) ?? 'none'}`),

  // events
  storage: ({ tab, own }, key) => tab.happened.until(`storage ${own(key)}`),
  'was-stored': ({ tab, own, sight }, key) =>
    void sight.seen.push(
      tab.happened.has(`storage ${own(key)}`) ? `${key} event` : `no ${key} event`,
    ),
  post: ({ tab, own }, message) => tab.channel?.postMessage(own(message)),
  hear: ({ tab, own }, message) => tab.happened.until(`message ${own(message)}`),
  'was-heard': ({ tab, own, sight }, message) =>
    void sight.seen.push(
      tab.happened.has(`message ${own(message)}`) ? `${message} heard` : `${message} not heard`,
    ),
  'close-channel': ({ tab }) => tab.closeChannel(),
  'open-channel': ({ tab }) => tab.openChannel(),
  'post-at-pagehide': ({ tab, own }, message) =>
    addEventListener('pagehide', () => tab.channel?.postMessage(own(message)), { once: true }),
  'write-at-pagehide': ({ own }, key, value) =>
    addEventListener('pagehide', () => localStorage.setItem(own(key), value), { once: true }),
  /** Observes whether a message was heard long before the page woke. */
  'heard-asleep': ({ tab, own, sight }, message) => {
    const heardAt = tab.happened.at(`message ${own(message)}`);
    if (heardAt === undefined) return;
    sight.seen.push(
      heardAt < tab.wokenAt - 100 ? `${message} heard asleep` : `${message} heard awake`,
    );
  },
  /** Goes on in the event with which the page comes back: from the back/forward cache, or out of being frozen. */
  wake: ({ tab }) =>
    new Promise((resolve) => {
      const wake = () => {
        tab.wokenAt = performance.now();
        resolve(undefined);
      };
      addEventListener('pageshow', ({ persisted }) => persisted && wake());
      document.addEventListener('resume', wake);
    }),

  // Web Locks
  ask: (scope, lock) => void ask(scope, lock),
  granted,
  lock: (scope, lock) => {
    ask(scope, lock);
    return granted(scope, lock);
  },
  unlock: ({ tab, own }, lock) => tab.requests.get(own(lock))?.unlock(),
  released: ({ tab, own }, lock) => tab.requests.get(own(lock))?.released,
  /** Observes whether the lock can be had without waiting; holds it if so. */
  try: tryLock,
  /** The same where the last `try` was refused. */
  'try-again': (scope, lock) =>
    scope.sight.seen.at(-1) === `${lock} refused` ? tryLock(scope, lock) : undefined,
  /** Observes whether the lock is granted within a time. */
  'got-within': async ({ tab, own, sight }, lock, milliseconds) => {
    const isGranted = tab.requests.get(own(lock))?.granted.then(() => {
      sight.grantedAt = now();
      return true;
    });
    const inTime = await Promise.race([isGranted, pause(Number(milliseconds))]);
    sight.seen.push(inTime ? `${lock} got` : `${lock} waits`);
  },
  query: async ({ own, sight }, lock) => {
    const { held = [] } = await navigator.locks.query();
    const isHeld = held.some(({ name }) => name === own(lock));
    sight.seen.push(isHeld ? `${lock} held` : `${lock} free`);
  },

  // going
  close: () => window.close(),
  go: () => location.assign('away.html'),
};

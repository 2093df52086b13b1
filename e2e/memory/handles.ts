import type { CDPSession, Page } from '@playwright/test';

/** What a page holds on to. */
export interface Handles {
  /** BroadcastChannels, by name. */
  readonly channels: readonly string[];
  /** Event listeners on whatever there is in the page. */
  readonly listeners: number;
  /** RxJS's: every subscription is one. */
  readonly subscribers: number;
  readonly requests: number;
  /** Timeouts and intervals that are still to come. */
  readonly timers: number;
}

/** The kinds of nodes in a heap snapshot that a program makes; compiled code comes and goes by itself. */
const MADE_BY_PROGRAMS = ['object', 'closure', 'array', 'string', 'concatenated string'];

/** Counts what a page holds on to, as the browser sees it after it has collected garbage. */
export class HandleCounter {
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  /** For a page that is still to be opened: its timers are counted from the first moment on. */
  static async of(page: Page): Promise<HandleCounter> {
    await page.addInitScript(countTimers);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    return new HandleCounter(page, session);
  }

  async handles(): Promise<Handles> {
    await this.#collectGarbage();
    return {
      channels: await this.#instances('BroadcastChannel', 'map(({ name }) => name).sort()'),
      listeners: await this.#listeners(),
      subscribers: await this.#instances('Subscriber', 'length'),
      requests: await this.#instances('XMLHttpRequest', 'length'),
      timers: await this.#page.evaluate(() => window.pendingTimers.size),
    };
  }

  /** How many objects, functions and texts there are, as a heap snapshot has them. */
  async objects(): Promise<number> {
    const chunks: string[] = [];
    const keep = ({ chunk }: { chunk: string }): number => chunks.push(chunk);
    this.#session.on('HeapProfiler.addHeapSnapshotChunk', keep);
    await this.#collectGarbage();
    await this.#session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
    this.#session.off('HeapProfiler.addHeapSnapshotChunk', keep);

    const { snapshot, nodes } = JSON.parse(chunks.join('')) as HeapSnapshot;
    const { node_fields: fields, node_types: types } = snapshot.meta;
    const counted = new Set(MADE_BY_PROGRAMS.map((kind) => types[0].indexOf(kind)));
    let count = 0;
    for (let at = fields.indexOf('type'); at < nodes.length; at += fields.length) {
      if (counted.has(nodes[at] ?? -1)) count++;
    }
    return count;
  }

  async #collectGarbage(): Promise<void> {
    // What is collected may let go of more.
    for (let each = 0; each < 3; each++) await this.#session.send('HeapProfiler.collectGarbage');
  }

  async #listeners(): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    const metric = metrics.find(({ name }) => name === 'JSEventListeners');
    if (!metric) throw new Error('The browser does not count listeners');
    return metric.value;
  }

  /** A member of the array of all instances of a class. */
  async #instances<T>(type: string, member: string): Promise<T> {
    const objectGroup = 'instances';
    const prototype = await this.#session.send('Runtime.evaluate', {
      expression: `${type}.prototype`,
      objectGroup,
    });
    const { objects } = await this.#session.send('Runtime.queryObjects', {
      prototypeObjectId: prototype.result.objectId ?? '',
      objectGroup,
    });
    const { result } = await this.#session.send('Runtime.callFunctionOn', {
      functionDeclaration: `function () { return this.${member}; }`,
      objectId: objects.objectId ?? '',
      returnByValue: true,
    });
    await this.#session.send('Runtime.releaseObjectGroup', { objectGroup });
    return result.value as T;
  }
}

/** As far as it is read here; every node is as many numbers as it has fields. */
interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [kinds: readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
}

declare global {
  interface Window {
    pendingTimers: Set<number>;
  }
}

/** Runs in the page. Notes every timer until it has fired or is cleared. */
function countTimers(): void {
  const pending = new Set<number>();
  const browser = {
    setTimeout: window.setTimeout.bind(window),
    setInterval: window.setInterval.bind(window),
    clearTimeout: window.clearTimeout.bind(window),
  };
  const noted = (id: number): number => {
    pending.add(id);
    return id;
  };
  const clear = (id = 0): void => {
    pending.delete(id);
    browser.clearTimeout(id);
  };
  Object.assign(window, {
    pendingTimers: pending,
    clearTimeout: clear,
    clearInterval: clear,
    setTimeout: (handler: (...args: unknown[]) => void, delay?: number, ...args: unknown[]) => {
      const id = browser.setTimeout(() => {
        pending.delete(id);
        handler(...args);
      }, delay);
      return noted(id);
    },
    setInterval: (handler: () => void, delay?: number) =>
      noted(browser.setInterval(handler, delay)),
  });
}

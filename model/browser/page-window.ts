/** The window of a page, with the members that the engine uses. */
import { SimulatedBroadcastChannel } from './channels';
import type { LockOptions, LockWork } from './lock-request';
import type { Page } from './page';
import { PageLocation } from './page-location';
import type { StorageArea } from './storage-area';

/** What a page's scripts have as `window`. */
export class PageWindow {
  readonly window = this;
  readonly parent = this;
  readonly top = this;
  readonly opener = null;
  readonly closed = false;
  readonly screenX = 0;
  readonly screenY = 0;
  readonly outerWidth = 1_280;
  readonly outerHeight = 720;
  readonly location: PageLocation;
  readonly history: object;
  readonly navigator: object;
  readonly performance: object;
  readonly crypto: object;
  readonly BroadcastChannel: typeof SimulatedBroadcastChannel | undefined;
  readonly setTimeout: (callback: () => void, delay?: number, ...passed: unknown[]) => number;
  readonly setInterval: (callback: () => void, delay?: number, ...passed: unknown[]) => number;
  readonly clearTimeout: (id?: number) => void;
  readonly clearInterval: (id?: number) => void;
  readonly addEventListener: Page['events']['addEventListener'];
  readonly removeEventListener: Page['events']['removeEventListener'];
  readonly reportError: (error: unknown) => void;
  readonly #page: Page;

  constructor(page: Page) {
    const { events, timers, browser } = page;
    this.#page = page;
    this.location = new PageLocation(page);
    this.history = historyOf(page);
    this.navigator = navigatorOf(page);
    this.performance = {
      now: () => browser.clock.now,
      timeOrigin: 0,
      getEntriesByType: (type: string) =>
        type === 'navigation' ? [{ type: page.navigationType }] : [],
    };
    this.crypto = randomnessOf(page);
    this.BroadcastChannel =
      browser.platform.broadcastChannel === 'absent' ? undefined : SimulatedBroadcastChannel;
    this.setTimeout = (callback, delay = 0, ...passed) =>
      timers.set('once', callback, delay, passed);
    this.setInterval = (callback, delay = 0, ...passed) =>
      timers.set('repeatedly', callback, delay, passed);
    this.clearTimeout = this.clearInterval = (id) => timers.clear(id);
    this.addEventListener = events.addEventListener.bind(events);
    this.removeEventListener = events.removeEventListener.bind(events);
    this.reportError = (error) => page.reportError(error);
  }

  get localStorage(): StorageArea {
    this.#assertStorage();
    return this.#page.storage.area;
  }

  get sessionStorage(): StorageArea {
    this.#assertStorage();
    return this.#page.tab.session;
  }

  open(url: string): object | null {
    return this.#page.browser.openPopup(this.#page, url);
  }

  /** Closes what a script has opened. */
  close(): void {
    if (this.#page.tab.opener) this.#page.browser.closeSoon(this.#page.tab);
  }

  focus(): void {
    // There is no screen.
  }

  #assertStorage(): void {
    if (this.#page.browser.platform.storage === 'present') return;
    throw new DOMException('The operation is insecure.', 'SecurityError');
  }
}

function historyOf(page: Page): object {
  return {
    state: null,
    replaceState(_state: unknown, _title: string, url?: string) {
      if (url !== undefined) page.url = new URL(url, page.url).href;
    },
    pushState(_state: unknown, _title: string, url?: string) {
      if (url !== undefined) page.url = new URL(url, page.url).href;
    },
  };
}

function navigatorOf(page: Page): object {
  const { locks, platform } = page.browser;
  if (platform.locks === 'absent') return {};
  const refuse = (): Promise<never> =>
    Promise.reject(new DOMException('The operation is insecure.', 'SecurityError'));
  const never = (): Promise<never> => new Promise(() => undefined);
  if (platform.locks === 'throwing') return { locks: { request: refuse, query: refuse } };
  if (platform.locks === 'silent') return { locks: { request: never, query: never } };
  return {
    locks: {
      query: () => locks.query(page),
      request: (name: string, ...rest: readonly [LockWork] | readonly [LockOptions, LockWork]) =>
        rest.length === 1
          ? locks.request(page, name, {}, rest[0])
          : locks.request(page, name, ...rest),
    },
  };
}

/** No two values are alike in a browser, and none depends on what other tabs do. */
function randomnessOf(page: Page): object {
  let count = 0;
  const fill = (bytes: Uint8Array): Uint8Array => {
    const seed = `${page.name} ${++count}`;
    for (let index = 0; index < bytes.length; index++) {
      bytes[index] = seed.charCodeAt(index % seed.length) + Math.floor(index / seed.length);
    }
    return bytes;
  };
  return {
    getRandomValues: fill,
    randomUUID: () => Buffer.from(fill(new Uint8Array(16))).toString('hex'),
  };
}

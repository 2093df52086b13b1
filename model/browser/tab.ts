/** A tab, or a popup: which page it has, and where it is. */
import type { Browser } from './browser';
import type { NavigationType, Page } from './page';
import { ORIGIN } from './platform';
import { StorageArea } from './storage-area';
import type { Task } from './task';

/** One browsing context with a sessionStorage of its own. */
export class Tab {
  readonly browser: Browser;
  readonly name: string;
  readonly session: StorageArea;
  /** The page that has opened it, of a popup. */
  readonly opener: Page | null;
  /** What it shows of this origin, if it does. */
  page: Page | null = null;
  /** The page in its back/forward cache. */
  cached: Page | null = null;
  /** The last page that was here; what it has written may be under way. */
  lastPage: Page | null = null;
  url = 'about:blank';
  isClosing = false;
  isClosed = false;
  /** What is going to happen to it next: a navigation, a load, its end. */
  readonly pending = new Map<'navigation' | 'close' | 'user', Task>();
  #pages = 0;
  #steps = 0;
  #popups = 0;

  constructor(browser: Browser, name: string, opener: Page | null = null) {
    this.browser = browser;
    this.name = name;
    this.opener = opener;
    this.session = new StorageArea(opener ? opener.tab.session.entries() : []);
  }

  /** The name of its next page. */
  nextPageName(): string {
    this.#pages++;
    return this.#pages === 1 ? this.name : `${this.name}${this.#pages}`;
  }

  /** An id for the next thing that happens to it. */
  nextStep(): string {
    return `${this.name} moves ${++this.#steps}`;
  }

  nextPopupName(): string {
    this.#popups++;
    return `${this.name}-popup${this.#popups === 1 ? '' : this.#popups}`;
  }

  get navigationType(): NavigationType {
    return this.#pages === 0 ? 'navigate' : 'reload';
  }

  /** It is elsewhere now, or closed: everybody who looks at it sees that. */
  moved(url: string): void {
    this.browser.touches.write(`tab:${this.name}`);
    this.url = url;
    if (this.opener) this.opener.popupMoves++;
  }

  looksClosedTo(page: Page): boolean {
    this.browser.touches.read(`tab:${this.name}`);
    if (!this.isClosed && !this.isClosing) return false;
    return !this.lastPage || this.browser.hasSeen(page, this.lastPage);
  }

  /** @throws DOMException `SecurityError` while it is on another site. */
  assertReadable(): void {
    this.browser.touches.read(`tab:${this.name}`);
    const isReadable = this.url === 'about:blank' || this.url.startsWith(`${ORIGIN}/`);
    if (!isReadable) throw new DOMException('Blocked a frame of another origin.', 'SecurityError');
  }

  collect(into: Task[]): void {
    if (this.isClosed) return;
    if (this.page?.life === 'running') this.page.collect(into);
    for (const task of this.pending.values()) if (task.isReady) into.push(task);
  }
}

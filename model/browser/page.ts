/** One page: a document in a tab, from its load until it is gone. */
import type { Browser } from './browser';
import type { SimulatedBroadcastChannel } from './channels';
import { PageDocument } from './page-document';
import { PageEvents } from './page-events';
import { PageWindow } from './page-window';
import type { StorageView } from './shared-storage';
import type { Tab } from './tab';
import type { Task } from './task';
import { Timers } from './timers';

/**
 * `running`; `frozen`, with its tasks kept; `cached`, in the back/forward cache: it is not told anything; `gone`.
 */
export type PageLife = 'running' | 'frozen' | 'cached' | 'gone';

/** How a page came to be, in the words of `PerformanceNavigationTiming`. */
export type NavigationType = 'navigate' | 'reload' | 'back_forward';

/** What a page has for itself. */
export class Page {
  readonly tab: Tab;
  readonly browser: Browser;
  /** The name of the tab for its first page; then with a number. */
  readonly name: string;
  readonly navigationType: NavigationType;
  readonly events: PageEvents;
  readonly documentEvents: PageEvents;
  readonly timers: Timers;
  readonly storage: StorageView;
  readonly channels = new Set<SimulatedBroadcastChannel>();
  /** What the browser has to answer about locks, in this order. */
  readonly lockAnswers: Task[] = [];
  readonly window: PageWindow;
  readonly document: PageDocument;
  /** What its scripts have thrown and nobody has caught. */
  readonly errors: unknown[] = [];
  life: PageLife = 'running';
  visibility: 'visible' | 'hidden' = 'visible';
  url: string;
  /** How often a popup of this page has moved or closed. */
  popupMoves = 0;
  #writes = 0;
  #posts = 0;
  #locks = 0;
  #releases = 0;

  constructor(tab: Tab, name: string, url: string, navigationType: NavigationType) {
    this.tab = tab;
    this.browser = tab.browser;
    this.name = name;
    this.url = url;
    this.navigationType = navigationType;
    const report = (error: unknown): void => this.reportError(error);
    this.events = new PageEvents(report);
    this.documentEvents = new PageEvents(report);
    this.timers = new Timers(this, this.browser.clock);
    this.storage = this.browser.storage.open(this);
    this.window = new PageWindow(this);
    this.document = new PageDocument(this);
  }

  /** Whether tasks for it are kept. */
  get hasTasks(): boolean {
    return this.life === 'running' || this.life === 'frozen';
  }

  now(): number {
    return this.browser.clock.wall;
  }

  reportError(error: unknown): void {
    this.errors.push(error);
  }

  nextWrite(): number {
    return ++this.#writes;
  }

  nextPost(): number {
    return ++this.#posts;
  }

  nextLock(): number {
    return ++this.#locks;
  }

  nextRelease(): number {
    return ++this.#releases;
  }

  /** The tasks that can run now. */
  collect(into: Task[]): void {
    const { pending } = this.storage;
    if (pending) into.push(pending);
    const [answer] = this.lockAnswers;
    if (answer) into.push(answer);
    this.timers.collect(into);
  }

  /** It is left: it ends, or goes into the cache. Its scripts have heard so before. */
  leave(life: 'cached' | 'gone'): void {
    this.life = life;
    this.browser.channels.dropFor(this);
    if (life === 'cached') return;
    for (const channel of [...this.channels]) channel.close();
    this.lockAnswers.length = 0;
    this.browser.storage.close(this.storage);
    this.browser.locks.releaseOf(this, () => this.browser.hasSettled(this));
  }
}

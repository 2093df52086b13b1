/** One browser: tabs and what they share, and everything that can happen in it next. */
import type { Footprint } from '../walk/program';
import { Channels } from './channels';
import { Clock } from './clock';
import { enter } from './current-page';
import { installGlobals, settle } from './globals';
import { Locks } from './locks';
import { PageMoves } from './page-moves';
import type { Page } from './page';
import type { Platform, PlatformOptions } from './platform';
import { resolvePlatform } from './platform';
import { PopupHandle } from './popup-handle';
import { Provider } from './provider';
import { SharedStorage } from './shared-storage';
import { Tab } from './tab';
import type { Task } from './task';
import { Touches } from './touches';

/** Runs the scripts of a page that loads. */
export type LoadPage = (page: Page) => void;

/** The simulated browser. */
export class Browser {
  readonly platform: Platform;
  readonly touches = new Touches();
  readonly clock: Clock;
  readonly storage: SharedStorage;
  readonly channels: Channels;
  readonly locks: Locks;
  readonly provider: Provider;
  readonly tabs = new Map<string, Tab>();
  /** All pages that there were, in the order of their loads. */
  readonly pages: Page[] = [];
  readonly load: LoadPage;
  readonly #moves: PageMoves;
  #age = 0;
  #steps = 0;

  constructor(options: PlatformOptions, load: LoadPage) {
    installGlobals();
    this.platform = resolvePlatform(options);
    this.load = load;
    const nextAge = (): number => this.nextAge();
    this.clock = new Clock(this.touches, this.platform.earlyTimers);
    this.storage = new SharedStorage(this.touches, nextAge);
    this.channels = new Channels(this.touches, nextAge, this.platform.messages);
    this.locks = new Locks(this.touches, nextAge);
    this.provider = new Provider(this.platform.provider);
    this.#moves = new PageMoves(this);
  }

  /** How many tasks have run. */
  get steps(): number {
    return this.#steps;
  }

  /** A number that is larger than all before. */
  nextAge(): number {
    return ++this.#age;
  }

  /** A new tab that is about to load `url`. */
  openTab(name: string, url: string): Tab {
    const tab = new Tab(this, name);
    this.tabs.set(name, tab);
    this.#moves.loadSoon(tab, url, 'navigate');
    return tab;
  }

  /** The tab of that name. */
  tab(name: string): Tab {
    const tab = this.tabs.get(name);
    if (!tab) throw new Error(`There is no tab ${name}.`);
    return tab;
  }

  openPopup(opener: Page, url: string): PopupHandle | null {
    if (this.platform.popups === 'blocked') return null;
    const popup = new Tab(this, opener.tab.nextPopupName(), opener);
    this.tabs.set(popup.name, popup);
    if (this.platform.popupsAreClosed === 'perhaps') this.#moves.mayBeClosed(popup);
    if (url !== 'about:blank') this.navigate(popup, url);
    return new PopupHandle(opener, popup);
  }

  /** A script has a tab go somewhere; it gets there later, if at all. */
  navigate(tab: Tab, url: string): void {
    this.#moves.navigate(tab, url);
  }

  /** A script closes a popup. */
  closeSoon(tab: Tab): void {
    this.#moves.closeSoon(tab);
  }

  /** What the user and the browser itself do to tabs. */
  get moves(): PageMoves {
    return this.#moves;
  }

  /** Whether everybody who is awake sees what `page` has written, as far as that is assumed of a page's end. */
  hasSettled(page: Page | null): boolean {
    return !page || this.#needNotWait || this.storage.isSeen(page);
  }

  /** Whether `viewer` sees what `page` has written, as far as that is assumed of a page's end. */
  hasSeen(viewer: Page, page: Page): boolean {
    return this.#needNotWait || viewer.storage.sees(page);
  }

  /** What can happen now, the oldest first. */
  enabled(): Task[] {
    const tasks: Task[] = [];
    for (const tab of this.tabs.values()) tab.collect(tasks);
    this.channels.collect(tasks);
    this.locks.collect(tasks);
    return tasks;
  }

  /** Runs a task and what follows from it at once. */
  async run(task: Task): Promise<Footprint> {
    this.#steps++;
    this.touches.take();
    this.touches.read(`tab:${task.actor}`);
    const { page } = task;
    enter(page);
    if (page?.lockAnswers[0] === task) page.lockAnswers.shift();
    task.run();
    await settle();
    page?.timers.endTask();
    task.finish();
    enter(null);
    return this.touches.take();
  }

  /** When a timer is due that cannot fire yet; `null` when there is none up to the horizon. */
  get nextMoment(): number | null {
    let next = Infinity;
    for (const { page } of this.tabs.values()) {
      if (page?.life === 'running') next = Math.min(next, page.timers.nextDue);
    }
    return next <= this.platform.horizon ? next : null;
  }

  get #needNotWait(): boolean {
    return this.platform.writesOutrunTheEnd === 'not assumed';
  }
}

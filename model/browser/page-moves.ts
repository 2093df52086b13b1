/** How tabs get from one page to another: loads, navigations, ends, sleep. */
import type { Browser } from './browser';
import { enter } from './current-page';
import type { NavigationType } from './page';
import { Page } from './page';
import { END_SESSION_ENDPOINT, ORIGIN } from './platform';
import { returnAddress } from './provider';
import type { Tab } from './tab';
import { Task } from './task';

/** Something that is done to a tab, in two halves: what its scripts hear of it, and what follows. */
export interface Move {
  readonly run: () => void;
  readonly finish?: () => void;
}

/** Moves the tabs of a browser. */
export class PageMoves {
  readonly #browser: Browser;

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** A page of the application is going to load in `tab`. */
  loadSoon(tab: Tab, url: string, navigationType: NavigationType): void {
    this.#plan(tab, 'navigation', `${tab.name} loads ${pathOf(url)}`, {
      run: () => {
        tab.pending.delete('navigation');
        const page = new Page(tab, tab.nextPageName(), url, navigationType);
        tab.page = page;
        tab.lastPage = page;
        this.#browser.pages.push(page);
        tab.moved(url);
        enter(page);
        this.#browser.load(page);
      },
    });
  }

  /** Somebody has `tab` go to `url`. A provider that hangs never lets it get there. */
  navigate(tab: Tab, url: string): void {
    const isOwn = url.startsWith(`${ORIGIN}/`);
    const { provider, steps, touches } = this.#browser;
    touches.read('provider');
    if (!isOwn && provider.state === 'hanging') {
      provider.arrive(tab.name, url, steps);
      return;
    }
    const target = isOwn ? pathOf(url) : 'the provider';
    const leaving = this.#leaving(tab, isOwn ? 'never' : 'perhaps');
    this.#plan(tab, 'navigation', `${tab.name} leaves for ${target}`, {
      run: leaving.run,
      finish: () => {
        tab.pending.delete('navigation');
        leaving.finish?.();
        if (isOwn) this.loadSoon(tab, url, 'navigate');
        else this.#arrive(tab, url);
      },
    });
  }

  /** A script closes a popup: it is gone a little later. */
  closeSoon(tab: Tab): void {
    if (tab.isClosed || tab.isClosing) return;
    tab.isClosing = true;
    tab.moved(tab.url);
    const closing = this.closing(tab);
    this.#plan(tab, 'close', `${tab.name} is closed`, closing);
  }

  /** The user may close a popup from now on. */
  mayBeClosed(tab: Tab): void {
    this.#plan(tab, 'user', `the user closes ${tab.name}`, this.closing(tab), 'optional');
  }

  /** The tab is closed. */
  closing(tab: Tab): Move {
    const leaving = this.#leaving(tab, 'never');
    return {
      run: leaving.run,
      finish: () => {
        leaving.finish?.();
        tab.isClosed = true;
        tab.pending.clear();
        tab.cached?.leave('gone');
        tab.session.clear();
        tab.moved('');
      },
    };
  }

  /** Its page is gone without a word, and so is everything that was going to happen in the tab. */
  crashing(tab: Tab): Move {
    return {
      run: () => {
        tab.pending.clear();
        tab.page?.leave('gone');
        tab.page = null;
        tab.moved('about:crash');
      },
    };
  }

  /** The user has the page load anew, or another one of the application. */
  reloading(tab: Tab, url = tab.page?.url ?? tab.url): Move {
    const isSame = url === tab.page?.url;
    const leaving = this.#leaving(tab, 'never');
    return {
      run: leaving.run,
      finish: () => {
        leaving.finish?.();
        tab.pending.delete('navigation');
        this.loadSoon(tab, url, isSame ? 'reload' : 'navigate');
      },
    };
  }

  /** The user goes back to the page before: out of the cache if it is there, else it loads anew. */
  goingBack(tab: Tab, url: string): Move {
    return {
      run: () => {
        tab.pending.delete('navigation');
        const page = tab.cached;
        if (!page) {
          this.loadSoon(tab, url, 'back_forward');
          return;
        }
        tab.cached = null;
        tab.page = page;
        page.life = 'running';
        tab.moved(page.url);
        enter(page);
        page.events.fire('pageshow', { persisted: true });
      },
    };
  }

  /** The browser puts a page in the background to sleep; its tasks wait. */
  freezing(tab: Tab): Move {
    return {
      run: () => {
        this.#show(tab, 'hidden');
        tab.page?.documentEvents.fire('freeze');
      },
      finish: () => {
        this.#browser.touches.write(`tab:${tab.name}`);
        if (tab.page) tab.page.life = 'frozen';
      },
    };
  }

  /** It wakes, and is looked at. */
  resuming(tab: Tab): Move {
    return {
      run: () => {
        if (!tab.page) return;
        this.#browser.touches.write(`tab:${tab.name}`);
        tab.page.life = 'running';
        enter(tab.page);
        tab.page.documentEvents.fire('resume');
        this.#show(tab, 'visible');
      },
    };
  }

  #show({ page }: Tab, visibility: 'visible' | 'hidden'): void {
    if (!page || page.visibility === visibility) return;
    page.visibility = visibility;
    page.documentEvents.fire('visibilitychange');
  }

  #arrive(tab: Tab, url: string): void {
    tab.moved(url);
    const { provider, steps, touches } = this.#browser;
    touches.read('provider');
    if (!url.startsWith(END_SESSION_ENDPOINT)) return;
    const call = provider.arrive(tab.name, url, steps);
    const back = call.isAnswered ? returnAddress(call) : null;
    if (back !== null) this.loadSoon(tab, back, 'navigate');
  }

  /** Its page is told that it is left, and is then gone or in the cache. */
  #leaving(tab: Tab, intoCache: 'never' | 'perhaps'): Move {
    let life: 'cached' | 'gone' = 'gone';
    return {
      run: () => {
        const { page } = tab;
        if (page?.life !== 'running') return;
        const mayStay = intoCache === 'perhaps' && !this.#browser.locks.hasLock(page);
        life = mayStay && this.#browser.platform.backForwardCache === 'on' ? 'cached' : 'gone';
        page.events.fire('pagehide', { persisted: life === 'cached' });
        this.#show(tab, 'hidden');
      },
      finish: () => {
        tab.page?.leave(life);
        tab.cached?.leave('gone');
        tab.cached = life === 'cached' ? tab.page : null;
        tab.page = null;
      },
    };
  }

  #plan(
    tab: Tab,
    kind: 'navigation' | 'close' | 'user',
    label: string,
    { run, finish }: Move,
    optional?: 'optional',
  ): void {
    const isReady = (): boolean => kind === 'user' || this.#browser.hasSettled(tab.lastPage);
    const task = new Task(
      {
        id: `${tab.nextStep()}: ${label}`,
        actor: tab.name,
        page: tab.page,
        isOptional: optional === 'optional',
        label: () => label,
        run,
        ...(finish && { finish }),
        isReady,
      },
      this.#browser.nextAge(),
    );
    tab.pending.set(kind, task);
  }
}

function pathOf(url: string): string {
  return new URL(url).pathname;
}

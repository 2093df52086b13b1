/** A browser whose pages run what a test says. */
import { Browser } from '../browser';
import { enter } from '../current-page';
import { settle } from '../globals';
import type { Page } from '../page';
import type { PageMoves, Move } from '../page-moves';
import type { PlatformOptions } from '../platform';
import { APPLICATION } from '../platform';
import { Task } from '../task';

/** What a test does with its browser. */
export interface BrowserSetup {
  readonly browser: Browser;
  /** The page that the tab has now. */
  readonly page: (tab: string) => Page;
  /** Runs a script in the page of the tab, as a task. */
  readonly runIn: (tab: string, script: () => void) => Promise<void>;
  /** What can happen next, in words. */
  readonly next: () => readonly string[];
  /** Has it happen. */
  readonly take: (label: string) => Promise<void>;
  /** Has everything happen that can, the oldest first; time does not pass. */
  readonly takeAll: () => Promise<readonly string[]>;
  /** Has the user or the browser do something to a tab. */
  readonly move: (tab: string, kind: (moves: PageMoves) => Move) => Promise<void>;
}

/** Opens tabs, and loads their pages. */
export async function setupBrowser(
  tabs: readonly string[],
  options: PlatformOptions = {},
): Promise<BrowserSetup> {
  const browser = new Browser(options, () => undefined);
  const page = (tab: string): Page => {
    const { page: current } = browser.tab(tab);
    if (current) return current;
    throw new Error(`The tab ${tab} has no page.`);
  };
  const take = async (label: string): Promise<void> => {
    const task = browser.enabled().find((it) => it.label === label);
    if (!task) throw new Error(`${label} cannot happen; what can: ${next().join(', ')}`);
    await browser.run(task);
  };
  const next = (): readonly string[] => browser.enabled().map(({ label }) => label);
  const takeAll = async (): Promise<readonly string[]> => {
    const taken: string[] = [];
    for (;;) {
      const [task] = browser.enabled().sort((one, other) => one.age - other.age);
      if (!task) return taken;
      taken.push(task.label);
      await browser.run(task);
    }
  };
  const runIn = async (tab: string, script: () => void): Promise<void> => {
    enter(page(tab));
    script();
    await settle();
    enter(null);
  };
  const move = async (tab: string, kind: (moves: PageMoves) => Move): Promise<void> => {
    const { run, finish = () => undefined } = kind(browser.moves);
    const own = browser.tab(tab).page;
    const parts = { id: 'move', actor: tab, page: own, label: () => 'move', run, finish };
    await browser.run(new Task(parts, browser.nextAge()));
  };
  for (const tab of tabs) browser.openTab(tab, APPLICATION);
  await takeAll();
  return { browser, page, runIn, next, take, takeAll, move };
}

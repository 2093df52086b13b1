import type { BrowserContext, Page } from '@playwright/test';
import type { Placement, Program } from './program';
import type { TabOutcome } from './tab';
import { Tab } from './tab';

/** What a round has come to. */
export interface Round {
  readonly outcome: string;
  /** Milliseconds; how long a `when` waited, or how long after the tab had gone a lock was granted. */
  readonly waited: readonly number[];
  readonly grantedAfter: readonly number[];
}

/** So that a tab that meets others has begun to wait. */
const UNTIL_THE_MEETING = 15;

/** How far apart tabs come to a meeting, at most. */
const JITTER = 1;

let rounds = 0;

/** Runs one program in tabs that it opens. */
export class ProgramRunner {
  readonly #context: BrowserContext;
  readonly #program: Program;
  readonly #placement: Placement;
  readonly #address: string;
  #tabs: ReadonlyMap<string, Tab> = new Map();
  #opener: Page | undefined;

  constructor(context: BrowserContext, program: Program, placement: Placement, address: string) {
    this.#context = context;
    this.#program = program;
    this.#placement = placement;
    this.#address = address;
  }

  async round(): Promise<Round> {
    await this.#open();
    const round = String(++rounds);
    let wentAt = Infinity;
    for (const step of this.#program.browser ?? [`run ${[...this.#tabs.keys()].join(' ')}`]) {
      const [verb = '', first = '', second = ''] = step.split(' ');
      if (verb === 'run') this.#run(step.split(' ').slice(1), round);
      else if (verb === 'pause') await pause(Number(first));
      else if (verb === 'await') await this.#tab(first).outcome();
      else if (verb.startsWith('open')) await this.#openFrom(first, second, verb);
      else {
        wentAt = Date.now();
        await act(this.#tab(first), verb);
      }
    }
    const outcomes: [string, TabOutcome][] = [];
    for (const [name, tab] of this.#tabs) outcomes.push([name, await tab.outcome()]);
    const sights = outcomes.flatMap(([, outcome]) =>
      typeof outcome === 'string' ? [] : [outcome],
    );
    await this.#tidy();
    return {
      outcome: outcomes.flatMap(([name, outcome]) => tellOf(name, outcome)).join(', '),
      waited: sights.map(({ waited }) => waited).filter((waited) => waited > 0),
      grantedAfter: sights.map(({ grantedAt }) => grantedAt - wentAt).filter((after) => after > 0),
    };
  }

  #run(names: readonly string[], round: string): void {
    const meetAt = Date.now() + UNTIL_THE_MEETING;
    for (const name of names) {
      const steps = this.#program.tabs[name] ?? [];
      this.#tab(name).run({ steps, round, meetAt: meetAt + Math.random() * JITTER });
    }
  }

  #tab(name: string): Tab {
    const tab = this.#tabs.get(name);
    if (!tab) throw new Error(`${this.#program.name} has no tab ${name}`);
    return tab;
  }

  /** Opens the tabs that are not there. */
  async #open(): Promise<void> {
    const tabs = new Map<string, Tab>();
    for (const name of Object.keys(this.#program.tabs)) {
      if (
        this.#program.browser?.some(
          (step) => step.startsWith('open') && step.split(' ')[1] === name,
        )
      )
        continue;
      const tab = this.#tabs.get(name) ?? (await this.#openTab());
      await tab.prepare();
      tabs.set(name, tab);
    }
    this.#tabs = tabs;
  }

  async #openTab(): Promise<Tab> {
    const page = await this.#newPage();
    await page.waitForFunction(() => window.litmus !== undefined);
    return new Tab(page);
  }

  /** Opened by a tab that has no part in the program, so that it may go. */
  async #newPage(): Promise<Page> {
    if (this.#placement === 'apart') return this.#visitor();
    this.#opener ??= await this.#visitor();
    return this.#popup(this.#opener, this.#placement);
  }

  async #visitor(): Promise<Page> {
    const page = await this.#context.newPage();
    await page.goto(this.#address);
    return page;
  }

  async #openFrom(name: string, opener: string, verb: string): Promise<void> {
    const page = await this.#popup(this.#tab(opener).page, verb === 'open' ? 'opener' : 'noopener');
    await page.waitForFunction(() => window.litmus !== undefined);
    this.#tabs = new Map([...this.#tabs, [name, new Tab(page)]]);
  }

  async #popup(opener: Page, placement: Placement): Promise<Page> {
    const opened = this.#context.waitForEvent('page');
    await opener.evaluate(([address, features]) => void window.open(address, '_blank', features), [
      this.#address,
      placement === 'noopener' ? 'noopener' : '',
    ] as const);
    return opened;
  }

  /** Closes the tabs that are lost, or all that hold something. */
  async #tidy(): Promise<void> {
    const kept = new Map<string, Tab>();
    for (const [name, tab] of this.#tabs) {
      if (!tab.isLost && !tab.page.isClosed() && !this.#program.opensAnew) kept.set(name, tab);
      else if (!tab.page.isClosed()) {
        if (!tab.isLost) await tab.page.evaluate(() => localStorage.clear()).catch(() => undefined);
        await tab.page.close();
      }
    }
    for (const { page } of kept.values()) await page.evaluate(() => localStorage.clear());
    for (const { page } of kept.values())
      await page.waitForFunction(() => localStorage.length === 0);
    this.#tabs = kept;
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function act(tab: Tab, verb: string | undefined): Promise<void> {
  switch (verb) {
    case 'close':
      return tab.close();
    case 'navigate':
      return tab.navigate();
    case 'crash':
      return tab.crash();
    case 'freeze':
      return tab.setLifecycle('frozen');
    case 'thaw':
      return tab.setLifecycle('active');
    case 'back':
      return tab.back();
    default:
      throw new Error(`The browser cannot ${verb}`);
  }
}

/** A tab that saw nothing, or that was to go, is not told of. */
function tellOf(name: string, outcome: TabOutcome): string[] {
  if (outcome === 'gone') return [];
  if (outcome === 'stuck' || outcome === 'reloaded') return [`${name}: ${outcome}`];
  return outcome.seen.length === 0 ? [] : [`${name}: ${outcome.seen.join(' ')}`];
}

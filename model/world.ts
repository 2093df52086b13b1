/** The world of a scenario: a browser, the application's pages in it, and the scripts of who uses them. */
import type { AccountInfo } from '../projects/msal-logout/engine/src/cache/account-info';
import type { EndSessionPopupRequest } from '../projects/msal-logout/engine/src/request/end-session-popup-request';
import type { EndSessionRequest } from '../projects/msal-logout/engine/src/request/end-session-request';
import type { SeenEvent, SignOutCall, Verb } from './application';
import { Application, idsOf } from './application';
import { Browser } from './browser/browser';
import type { Page } from './browser/page';
import { APPLICATION } from './browser/platform';
import type { Task } from './browser/task';
import type { Invariant, Scenario } from './scenario';
import { ScriptRun } from './script-run';
import type { Footprint, Program } from './walk/program';

/** Somebody has signed in. */
export interface SignIn {
  readonly account: string;
  readonly page: Page;
  readonly isInteractive: boolean;
  /** After how many steps it began and ended. */
  readonly beganAt: number;
  readonly endedAt: number;
  /** The pages of which this one had seen and heard everything: at the end, or the begin of a silent one. */
  readonly seen: ReadonlySet<Page>;
}

type Begin = Pick<SignIn, 'beganAt' | 'seen'>;

/** One world, and what has happened in it. */
export class World implements Program {
  readonly scenario: Scenario;
  readonly browser: Browser;
  readonly applications = new Map<Page, Application>();
  readonly calls: SignOutCall[] = [];
  readonly events: SeenEvent[] = [];
  readonly signIns: SignIn[] = [];
  readonly #invariants: readonly Invariant[];
  readonly #requests = new Map<string, Begin>();
  #scripts: readonly ScriptRun[] = [];

  private constructor(scenario: Scenario) {
    this.scenario = scenario;
    this.#invariants = scenario.invariants;
    this.browser = new Browser(scenario.platform ?? {}, (page) => this.#load(page));
  }

  /** The world in which everybody is signed in and all tabs are at rest, before the scripts begin. */
  static async create(scenario: Scenario): Promise<World> {
    const world = new World(scenario);
    const { tabs, accounts = [], cacheLocation, given = [] } = scenario;
    const [first] = tabs;
    for (const name of tabs) {
      world.browser.openTab(name, APPLICATION);
      await world.#rest();
      const signsIn = cacheLocation !== 'localStorage' || name === first;
      for (const account of signsIn ? accounts : []) {
        world.#scripts = [new ScriptRun(world, name, [signedIn(name, account)])];
        await world.#rest();
      }
    }
    for (const step of given) {
      world.#scripts = [new ScriptRun(world, step.tab, [step])];
      await world.#rest();
    }
    world.#scripts = Object.entries(scenario.scripts).map(
      ([name, script]) => new ScriptRun(world, name, script),
    );
    return world;
  }

  /** How many actions have run. */
  get steps(): number {
    return this.browser.steps;
  }

  /** The pages that run, each with its application. */
  get running(): readonly Application[] {
    return [...this.applications.values()].filter(({ page }) => page.life === 'running');
  }

  /** The application in the tab of that name. */
  application(tab: string): Application | null {
    const { page } = this.browser.tab(tab);
    return (page && this.applications.get(page)) ?? null;
  }

  /** Whether the page in the tab of that name runs and has started. */
  canRun(tab: string): boolean {
    const application = this.application(tab);
    return application?.isReady === true && application.page.life === 'running';
  }

  enabled(): readonly Task[] {
    const tasks = this.browser.enabled();
    for (const script of this.#scripts) {
      const { task } = script;
      if (task) tasks.push(task);
    }
    return tasks.sort((one, other) => one.age - other.age);
  }

  run(action: Task): Promise<Footprint> {
    return this.browser.run(action);
  }

  hasMoreTime(): boolean {
    return this.browser.nextMoment !== null;
  }

  pass(): void {
    this.browser.clock.advanceTo(this.browser.nextMoment ?? 0);
  }

  violations(isOver: boolean): readonly string[] {
    return this.#invariants.flatMap(({ when, check }) =>
      when === 'always' || isOver ? check(this) : [],
    );
  }

  end(): void {
    // Nothing of it is outside this process's memory.
  }

  /** An application's page calls the engine. */
  call(tab: string, verb: Verb, request: EndSessionRequest & EndSessionPopupRequest = {}): void {
    const application = this.application(tab);
    if (!application) return;
    const { page, client } = application;
    const named = request.account ? [request.account.homeAccountId] : null;
    const call: SignOutCall = {
      ...{ verb, page, named, signedIn: idsOf(client.accounts), calledAt: this.steps },
      ...{ settledAt: null, result: null, error: null },
    };
    this.calls.push(call);
    const settle = (outcome: Partial<SignOutCall>): void =>
      void Object.assign(call, outcome, { settledAt: this.steps });
    application.call(verb, request).then(
      (result) => settle({ result }),
      (error: unknown) => settle({ error }),
    );
  }

  /** A request of MSAL begins: `id` names it. */
  begin(page: Page, id: string): void {
    this.#requests.set(id, this.#now(page));
  }

  /** Somebody is signed in by what ends now, and began as `id`. */
  signedIn(page: Page, account: AccountInfo, kind: 'interactive' | 'silent', id: string): void {
    this.signIns.push({
      account: account.homeAccountId,
      page,
      isInteractive: kind === 'interactive',
      endedAt: this.steps,
      ...(this.#requests.get(id) ?? this.#now(page)),
    });
  }

  #now(page: Page): Begin {
    const { pages, channels } = this.browser;
    const seen = pages.filter((it) => page.storage.sees(it) && channels.hasHeard(page, it));
    return { beganAt: this.steps, seen: new Set(seen) };
  }

  #load(page: Page): void {
    const application = new Application(page, this.scenario, (event) =>
      this.events.push({ event, page, at: this.steps }),
    );
    this.applications.set(page, application);
  }

  /** Lets everything happen, in the usual order, until nothing more does. */
  async #rest(): Promise<void> {
    for (;;) {
      const [task] = this.enabled().filter(({ isOptional }) => !isOptional);
      if (task) await this.run(task);
      else if (this.hasMoreTime()) this.pass();
      else return;
    }
  }
}

function signedIn(tab: string, account: AccountInfo): Scenario['scripts'][string][number] {
  return {
    tab,
    label: `${account.homeAccountId} is signed in`,
    move: (world) => ({
      run: () => world.application(tab)?.cache.endInteractiveSignIn(account),
    }),
  };
}

/** A script of a scenario, while it runs: each step is a task that follows the one before. */
import { enter } from './browser/current-page';
import type { Page } from './browser/page';
import { Task } from './browser/task';
import type { Script } from './scenario';
import type { World } from './world';

/** One actor's script. */
export class ScriptRun {
  readonly #world: World;
  readonly #name: string;
  readonly #script: Script;
  #done = 0;
  #age: number;
  #task: Task | null = null;

  constructor(world: World, name: string, script: Script) {
    this.#world = world;
    this.#name = name;
    this.#script = script;
    this.#age = world.browser.nextAge();
  }

  /** The next step, if it can happen now. */
  get task(): Task | null {
    const step = this.#script[this.#done];
    if (!step) return null;
    const page = this.#world.browser.tabs.get(step.tab)?.page ?? null;
    const isPossible = step.when?.(this.#world) ?? this.#world.canRun(step.tab);
    if (!isPossible) return null;
    // The page that it runs in may have become another one.
    if (this.#task?.page !== page) this.#task = null;
    return (this.#task ??= this.#taskFor(page));
  }

  #taskFor(page: Page | null): Task {
    const step = this.#script[this.#done];
    const move = step?.move(this.#world);
    const label = `${step?.tab}: ${step?.label}`;
    return new Task(
      {
        id: `${this.#name} step ${this.#done + 1}`,
        actor: step?.tab ?? this.#name,
        page,
        isOptional: step?.isOptional ?? false,
        label: () => label,
        run: () => {
          this.#done++;
          this.#task = null;
          this.#age = this.#world.browser.nextAge();
          if (page) enter(page);
          move?.run();
        },
        finish: () => move?.finish?.(),
      },
      this.#age,
    );
  }
}

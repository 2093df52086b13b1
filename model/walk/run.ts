/** One schedule of a program while it is taken, step by step. */
import type { Action, CreateProgram, Footprint, Program } from './program';

/** At rest: time passes, or nothing more happens. The order of it and anything else always counts. */
export const PASS: Action = { id: 'time', actor: 'time', label: 'time passes' };

/** More steps than any schedule has that ends. */
const TOO_MANY = 5_000;
const NOTHING: Footprint = { reads: [], writes: [] };

/** One run of a program that is made for it. */
export class Run {
  readonly #program: Program;
  readonly #schedule: Action[] = [];
  #isOver = false;
  #choices: readonly Action[] | null = null;

  constructor(program: Program) {
    this.#program = program;
  }

  static async start(create: CreateProgram): Promise<Run> {
    return new Run(await create());
  }

  /** What has happened so far. */
  get schedule(): readonly Action[] {
    return this.#schedule;
  }

  /**
   * What can happen next: everything that is enabled, the oldest first. At rest it is {@link PASS}, and what may also
   * never happen. Nothing at the end.
   */
  get choices(): readonly Action[] {
    return (this.#choices ??= this.#findChoices());
  }

  /** The invariants that do not hold now. */
  get violations(): readonly string[] {
    return this.#program.violations(this.choices.length === 0);
  }

  /** Has one of {@link choices} happen. */
  async take(action: Action): Promise<Footprint> {
    if (this.#schedule.length > TOO_MANY) {
      throw new Error(`This schedule does not end: … ${labels(this.#schedule.slice(-20))}`);
    }
    this.#choices = null;
    this.#schedule.push(action);
    if (action !== PASS) return this.#program.run(action);
    this.#isOver = !this.#program.hasMoreTime();
    if (!this.#isOver) this.#program.pass();
    return NOTHING;
  }

  /** Has the action with the id `id` happen. */
  async takeById(id: string): Promise<Footprint> {
    const action = this.choices.find((choice) => choice.id === id);
    if (action) return this.take(action);
    throw new Error(
      `This does not replay: ${id} cannot happen after ${labels(this.#schedule)}. ` +
        `What can: ${labels(this.choices)}`,
    );
  }

  end(): void {
    this.#program.end();
  }

  #findChoices(): readonly Action[] {
    if (this.#isOver) return [];
    const enabled = this.#program.enabled();
    if (enabled.some(({ isOptional }) => !isOptional)) return enabled;
    return enabled.length > 0 || this.#program.hasMoreTime() ? [PASS, ...enabled] : [];
  }
}

/**
 * What happens next when nobody interferes: the actor of `last` goes on, else the oldest of all. What may never happen
 * does not.
 */
export function defaultChoice(
  choices: readonly Action[],
  last: Action | undefined,
): Action | undefined {
  let oldest: Action | undefined;
  for (const choice of choices) {
    if (choice.isOptional) continue;
    if (choice.actor === last?.actor) return choice;
    oldest ??= choice;
  }
  return oldest;
}

/** A schedule as text, one action after the other. */
export function labels(actions: readonly Action[]): string {
  return actions.map(({ label }) => label).join(' → ');
}

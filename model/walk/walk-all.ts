/**
 * Walks schedules until each other one differs from a walked one only in the order of actions that commute: dynamic
 * partial-order reduction with source sets and sleep sets (Abdulla, Aronis, Jonsson, Sagonas, 2014, "Optimal dynamic
 * partial order reduction", algorithm 1), with every action as a process of its own.
 */
import { EventOrder } from './event-order';
import type { Action, CreateProgram, Executed } from './program';
import { areDependent } from './program';
import { defaultChoice, PASS, Run } from './run';
import type { WalkOptions, WalkReport } from './walk-report';
import { Findings } from './walk-report';

/** A state that the current schedule goes through. */
interface State {
  readonly choices: readonly Action[];
  /** After how many actions each choice became possible; in the order of `choices`. */
  readonly bornAfter: readonly number[];
  /** What need not be taken from here: every schedule with it has been walked elsewhere. */
  readonly asleep: Map<string, Executed>;
  /** What is to be taken from here, as far as known. */
  readonly wanted: Set<string>;
  /** What is taken from here at the moment. */
  taken: Executed;
}

/** Walks all schedules, up to commuting actions. At its end every state at rest has been seen. */
export async function walkAll(create: CreateProgram, options: WalkOptions): Promise<WalkReport> {
  return new ReducedWalk(create, options).walk();
}

class ReducedWalk {
  readonly #create: CreateProgram;
  readonly #options: WalkOptions;
  readonly #findings = new Findings();
  readonly #states: State[] = [];
  readonly #order = new EventOrder();

  constructor(create: CreateProgram, options: WalkOptions) {
    this.#create = create;
    this.#options = options;
  }

  async walk(): Promise<WalkReport> {
    let next: string | null = null;
    do {
      const run = await Run.start(this.#create);
      try {
        if (next !== null) await this.#replay(run, next);
        await this.#goOn(run);
      } finally {
        run.end();
      }
      next = this.#turnBack();
      if (next !== null && this.#options.now() > this.#options.deadline) {
        return this.#findings.report(false);
      }
    } while (next !== null);
    return this.#findings.report(true);
  }

  /** Goes to the last state again, and takes `next` from there. */
  async #replay(run: Run, next: string): Promise<void> {
    for (const { choices, taken } of this.#states.slice(0, -1)) {
      assertSame(run, choices);
      await run.takeById(taken.action.id);
    }
    const last = this.#states[this.#states.length - 1];
    if (!last) return;
    assertSame(run, last.choices);
    const footprint = await run.takeById(next);
    const action = run.schedule[run.schedule.length - 1];
    if (!action) return;
    last.taken = { action, footprint };
    this.#afterStep(run);
  }

  async #goOn(run: Run): Promise<void> {
    while (run.choices.length > 0) {
      const { choices } = run;
      const asleep = this.#stillAsleep();
      const awake = choices.filter(({ id }) => !asleep.has(id));
      const action = defaultChoice(awake, this.#states[this.#states.length - 1]?.taken.action);
      const chosen = action ?? awake[0];
      if (!chosen) {
        this.#findings.countRedundant();
        return;
      }
      const isRest = choices.includes(PASS);
      const wanted = new Set(isRest ? choices.map(({ id }) => id) : [chosen.id]);
      const bornAfter = this.#births(choices);
      const footprint = await run.take(chosen);
      this.#states.push({
        choices,
        bornAfter,
        asleep,
        wanted,
        taken: { action: chosen, footprint },
      });
      this.#afterStep(run);
    }
    this.#findings.countInterleaving();
  }

  /** The last state's action has been taken: looks what would have been otherwise, had others come before it. */
  #afterStep(run: Run): void {
    const index = this.#states.length - 1;
    const state = this.#states[index];
    if (!state) return;
    const { action } = state.taken;
    const ended = state.choices.filter(
      ({ id }) => id !== action.id && !run.choices.some((choice) => choice.id === id),
    );
    // What has become impossible never shows what it could have come after: where it is not taken from here, because
    // it is asleep, everything is.
    const isHidden = ended.some(({ id }) => state.asleep.has(id));
    for (const { id } of isHidden ? state.choices : ended) state.wanted.add(id);
    const isAtRest = action === PASS;
    const bornAfter = state.bornAfter[state.choices.findIndex(({ id }) => id === action.id)] ?? 0;
    const races = this.#order.add(index, { executed: state.taken, bornAfter, isAtRest });
    for (const race of races) this.#wantReversed(race, index);
    this.#findings.look(run);
  }

  /** Sees to it that from state `first`, something is taken that lets action `last` come before action `first`. */
  #wantReversed(first: number, last: number): void {
    const state = this.#states[first];
    if (!state) return;
    const initials = this.#order.initials(first, last).map((index) => this.#idAt(index));
    if (initials.some((id) => state.wanted.has(id))) return;
    const possible = initials.filter((id) => state.choices.some((choice) => choice.id === id));
    const wish = possible.includes(this.#idAt(last)) ? this.#idAt(last) : possible[0];
    if (wish !== undefined) state.wanted.add(wish);
    else for (const { id } of state.choices) state.wanted.add(id);
  }

  #idAt(index: number): string {
    return this.#states[index]?.taken.action.id ?? '';
  }

  /** Of what was asleep in the last state or has been taken there, what commutes with what was taken last. */
  #stillAsleep(): Map<string, Executed> {
    const last = this.#states[this.#states.length - 1];
    if (!last || last.taken.action === PASS) return new Map();
    const { asleep, taken } = last;
    return new Map(
      [...asleep].filter(
        ([, executed]) => executed.action !== PASS && !areDependent(executed, taken),
      ),
    );
  }

  #births(choices: readonly Action[]): readonly number[] {
    const last = this.#states[this.#states.length - 1];
    if (!last) return choices.map(() => 0);
    return choices.map(({ id }) => {
      const before = last.choices.findIndex((choice) => choice.id === id);
      return last.bornAfter[before] ?? this.#states.length;
    });
  }

  /** Drops the states from which nothing is wanted any more. Gives what is to be taken from the last one then. */
  #turnBack(): string | null {
    for (;;) {
      const state = this.#states[this.#states.length - 1];
      if (!state) return null;
      this.#order.drop(this.#states.length - 1);
      state.asleep.set(state.taken.action.id, state.taken);
      for (const id of state.wanted) if (!state.asleep.has(id)) return id;
      this.#states.pop();
    }
  }
}

function assertSame({ choices, schedule }: Run, expected: readonly Action[]): void {
  const isSame =
    choices.length === expected.length &&
    choices.every(({ id }, index) => id === expected[index]?.id);
  if (isSame) return;
  const ids = (actions: readonly Action[]): string => actions.map(({ id }) => id).join(', ');
  throw new Error(
    `The same schedule does not lead to the same state: after ${ids(schedule)} there is now ` +
      `${ids(choices)}; before, there was ${ids(expected)}.`,
  );
}

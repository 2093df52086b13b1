/** Walks one scenario as it asks for, and looks for the simplest schedule of each violation. */
import type { Scenario } from './scenario';
import type { Machine } from './states/walk-states';
import { walkStates } from './states/walk-states';
import type { CreateProgram } from './walk/program';
import { walkAll } from './walk/walk-all';
import { walkAtRandom } from './walk/walk-at-random';
import { walkBounded } from './walk/walk-bounded';
import type { Violation } from './walk/walk-report';
import { World } from './world';

/** How long, in milliseconds, a simpler schedule is looked for with each bound. */
const SIMPLIFYING = 3_000;

/** What the walk of a scenario has come to. */
export interface Exploration {
  readonly name: string;
  /** How much of it was to be walked: `unbounded`, `preemptions: 2`, or `random: seed 1`. */
  readonly bound: string;
  /** What was walked, in words. */
  readonly walked: string;
  /** Whether that is all there is, all within the bound, or what there was time for. */
  readonly end: 'exhausted' | 'all within the bound' | 'not all';
  readonly seconds: number;
  readonly violations: readonly Violation[];
}

/** Walks a state machine. */
export function exploreStates<State, Fact>(machine: Machine<State, Fact>): Exploration {
  const begin = performance.now();
  const { name, states, steps, violations } = walkStates(machine);
  return {
    ...{ name, bound: 'unbounded', walked: `${states} states, ${steps} steps`, end: 'exhausted' },
    seconds: (performance.now() - begin) / 1_000,
    violations: violations.map((violation) => ({ ...violation, ids: [] })),
  };
}

/** What to do in place of what the scenario asks for. */
export interface ExploreOptions {
  /** At random, for so many seconds. */
  readonly random?: number | undefined;
  readonly seed?: number | undefined;
}

/** Makes the worlds of a scenario. */
export function worldsOf(scenario: Scenario): CreateProgram {
  return () => World.create(scenario);
}

/** Walks a scenario. */
export async function explore(
  scenario: Scenario,
  { random, seed = 1 }: ExploreOptions = {},
): Promise<Exploration> {
  const begin = performance.now();
  const create = worldsOf(scenario);
  const options = until(1_000 * (random ?? scenario.budget));
  const { bound } = scenario;
  const report = await (random !== undefined
    ? walkAtRandom(create, seed, options)
    : bound === 'unbounded'
      ? walkAll(create, options)
      : walkBounded(create, bound, options));
  const seconds = (performance.now() - begin) / 1_000;
  const violations = await simplest(create, report.violations);
  const bounded = bound === 'unbounded' ? bound : `preemptions: ${bound}`;
  const name = random === undefined ? bounded : `random: seed ${seed}`;
  const { interleavings, redundant, isExhausted } = report;
  const pace = Math.round((interleavings + redundant) / seconds);
  const givenUp = redundant > 0 ? ` and ${redundant} given up` : '';
  return {
    ...{ name: scenario.name, bound: name, seconds, violations },
    walked: `${interleavings} interleavings${givenUp}, ${pace} a second`,
    end: !isExhausted ? 'not all' : bound === 'unbounded' ? 'exhausted' : 'all within the bound',
  };
}

/** The same violations, by schedules with as few preemptions as possible. */
async function simplest(
  create: CreateProgram,
  violations: readonly Violation[],
): Promise<readonly Violation[]> {
  const found = new Map<string, Violation>();
  for (let bound = 0; bound <= 2 && found.size < violations.length; bound++) {
    const report = await walkBounded(create, bound, until(SIMPLIFYING));
    for (const violation of report.violations) {
      if (!found.has(violation.message)) found.set(violation.message, violation);
    }
  }
  return violations.map((violation) => found.get(violation.message) ?? violation);
}

function until(milliseconds: number): { deadline: number; now: () => number } {
  return { deadline: performance.now() + milliseconds, now: () => performance.now() };
}

/** Walks one scenario as it asks for, and looks for the simplest schedule of each violation. */
import type { Scenario } from './scenario';
import type { CreateProgram } from './walk/program';
import { walkAll } from './walk/walk-all';
import { walkAtRandom } from './walk/walk-at-random';
import { walkBounded } from './walk/walk-bounded';
import type { Violation, WalkReport } from './walk/walk-report';
import { World } from './world';

/** How long, in milliseconds, a simpler schedule is looked for with each bound. */
const SIMPLIFYING = 3_000;

/** What the walk of a scenario has come to. */
export interface Exploration extends WalkReport {
  readonly name: string;
  /** `unbounded`, `preemptions: 2`, or `random: seed 1`. */
  readonly bound: string;
  readonly seconds: number;
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
  return { ...report, violations, name: scenario.name, bound: name, seconds };
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

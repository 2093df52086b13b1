// `npm run test:model`: walks the scenarios, and writes reports/model.json.
//   npm run test:model -- --scenario both-tabs-at-once          this one only
//   npm run test:model -- --random 60 --seed 7                  each for so many seconds, at random
//   npm run test:model -- --scenario … --replay 'id' --replay …  one schedule, step by step
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Exploration } from './explore';
import { explore, exploreStates, worldsOf } from './explore';
import type { Scenario } from './scenario';
import { SCENARIOS } from './scenarios/scenarios';
import { ONE_REQUEST, TWO_ACCOUNTS } from './states/accounts-states';
import { SIGN_OUT_STAGES } from './states/sign-out-stages';
import { Run } from './walk/run';

/** How many violations of a scenario are printed with their schedules. */
const SHOWN = 5;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      scenario: { type: 'string', multiple: true },
      random: { type: 'string' },
      seed: { type: 'string' },
      replay: { type: 'string', multiple: true },
    },
  });
  const scenarios = select(values.scenario ?? SCENARIOS.map(({ name }) => name));
  const [first] = scenarios;
  if (values.replay && first) return replayAloud(first, values.replay);
  const options = {
    random: values.random === undefined ? undefined : Number(values.random),
    seed: values.seed === undefined ? undefined : Number(values.seed),
  };
  const explorations: Exploration[] = [];
  if (!values.scenario && options.random === undefined) {
    explorations.push(exploreStates(TWO_ACCOUNTS), exploreStates(ONE_REQUEST));
    explorations.push(exploreStates(SIGN_OUT_STAGES));
    explorations.forEach(print);
  }
  for (const scenario of scenarios) {
    const exploration = await explore(scenario, options);
    explorations.push(exploration);
    print(exploration);
  }
  finish(explorations);
}

function select(names: readonly string[]): readonly Scenario[] {
  return names.map((name) => {
    const scenario = SCENARIOS.find((it) => it.name === name);
    if (scenario) return scenario;
    const all = SCENARIOS.map((it) => it.name).join(', ');
    throw new Error(`There is no scenario ${name}. There are ${all}.`);
  });
}

function print(exploration: Exploration): void {
  const { name, bound, walked, end, seconds, violations } = exploration;
  console.log(
    `${violations.length > 0 ? '✗' : '✓'} ${name}: ${bound}, ${walked}, ${end}, ` +
      `${violations.length} violations (${seconds.toFixed(1)} s)`,
  );
  for (const { message, schedule, ids } of violations.slice(0, SHOWN)) {
    console.log(`    ${message}`);
    for (const label of schedule) console.log(`      ${label}`);
    console.log(`    again: npm run test:model -- --scenario ${name} ${replayOptions(ids)}`);
  }
  if (violations.length > SHOWN) console.log(`    and ${violations.length - SHOWN} more`);
}

function replayOptions(ids: readonly string[]): string {
  return ids.map((id) => `--replay '${id}'`).join(' ');
}

function finish(explorations: readonly Exploration[]): void {
  const exhausted = explorations.filter(({ end }) => end === 'exhausted').length;
  const violations = explorations.flatMap(({ name, violations: all }) =>
    all.map((violation) => ({ scenario: name, ...violation })),
  );
  const scenarios = explorations.length;
  const reports = join(__dirname, '..', 'reports');
  mkdirSync(reports, { recursive: true });
  writeFileSync(
    join(reports, 'model.json'),
    JSON.stringify({ scenarios, exhausted, violations }, null, 2),
  );
  console.log(`${scenarios} scenarios, ${exhausted} exhausted, ${violations.length} violations`);
  process.exitCode = violations.length > 0 ? 1 : 0;
}

/** Prints every step of one schedule, and what does not hold after it. */
async function replayAloud(scenario: Scenario, ids: readonly string[]): Promise<void> {
  const run = await Run.start(worldsOf(scenario));
  for (const id of ids) {
    await run.takeById(id);
    const [last] = run.schedule.slice(-1);
    console.log(last?.label ?? id);
    for (const message of run.violations) console.log(`    ${message}`);
  }
  const next = run.choices.map(({ id }) => id).join(', ');
  if (next) console.log(`What can happen next: ${next}`);
  process.exitCode = run.violations.length > 0 ? 1 : 0;
}

void main();

/** Walks every schedule, without reduction, in which the usual course is left at most a number of times. */
import type { Action, CreateProgram } from './program';
import { defaultChoice, Run } from './run';
import type { WalkOptions, WalkReport } from './walk-report';
import { Findings } from './walk-report';

/** A state that the current schedule goes through. */
interface State {
  /** What can be taken from here, the usual one first. */
  readonly choices: readonly Action[];
  taken: number;
}

/**
 * Walks all schedules with at most `preemptions` preemptions: that is, choices of another action than the usual one,
 * which is the oldest of the same actor, else the oldest of all.
 */
export async function walkBounded(
  create: CreateProgram,
  preemptions: number,
  { deadline, now }: WalkOptions,
): Promise<WalkReport> {
  const findings = new Findings();
  const states: State[] = [];
  do {
    const run = await Run.start(create);
    try {
      await follow(run, states, findings);
    } finally {
      run.end();
    }
    findings.countInterleaving();
    turnBack(states, preemptions);
    if (states.length > 0 && now() > deadline) return findings.report(false);
  } while (states.length > 0);
  return findings.report(true);
}

/** Takes what the states say, and then the usual course to the end. */
async function follow(run: Run, states: State[], findings: Findings): Promise<void> {
  for (const { choices, taken } of states) await run.takeById(choices[taken]?.id ?? '');
  if (states.length > 0) findings.look(run);
  while (run.choices.length > 0) {
    const usual = defaultChoice(run.choices, run.schedule[run.schedule.length - 1]);
    const choices = usual ? [usual, ...run.choices.filter((it) => it !== usual)] : run.choices;
    const [first] = choices;
    if (!first) return;
    states.push({ choices, taken: 0 });
    await run.take(first);
    findings.look(run);
  }
}

/** To the last state from which one more choice is within the bound. */
function turnBack(states: State[], preemptions: number): void {
  let spent = states.filter(({ taken }) => taken > 0).length;
  for (let last = states[states.length - 1]; last; last = states[states.length - 1]) {
    if (last.taken > 0) spent--;
    if (spent < preemptions && last.taken + 1 < last.choices.length) {
      last.taken++;
      return;
    }
    states.pop();
  }
}

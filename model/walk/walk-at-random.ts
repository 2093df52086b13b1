/** Takes schedules at random, by a seed: the same seed gives the same schedules. */
import type { CreateProgram } from './program';
import { defaultChoice, Run } from './run';
import type { WalkOptions, WalkReport } from './walk-report';
import { Findings } from './walk-report';

/** Walks until the deadline. Some schedules change the actor at every step, others seldom. */
export async function walkAtRandom(
  create: CreateProgram,
  seed: number,
  { deadline, now }: WalkOptions,
): Promise<WalkReport> {
  const random = randomNumbers(seed);
  const findings = new Findings();
  do {
    const run = await Run.start(create);
    const unrest = random();
    try {
      while (run.choices.length > 0) {
        const usual = defaultChoice(run.choices, run.schedule[run.schedule.length - 1]);
        const other = run.choices[Math.floor(random() * run.choices.length)];
        const chosen = (random() < unrest ? other : usual) ?? other;
        if (!chosen) break;
        await run.take(chosen);
        findings.look(run);
      }
    } finally {
      run.end();
    }
    findings.countInterleaving();
  } while (now() < deadline);
  return findings.report(false);
}

/** Numbers from 0 to below 1: mulberry32 by Tommy Ettinger, in the public domain. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

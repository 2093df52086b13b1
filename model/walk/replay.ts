/** Takes one schedule again. */
import type { CreateProgram } from './program';
import { Run } from './run';
import type { WalkReport } from './walk-report';
import { Findings } from './walk-report';

/**
 * Takes the actions with these ids, and stops there. A violation of it names all of its actions.
 * @throws Error when one of them cannot happen
 */
export async function replay(create: CreateProgram, ids: readonly string[]): Promise<WalkReport> {
  const findings = new Findings();
  const run = await Run.start(create);
  try {
    for (const id of ids) await run.takeById(id);
    findings.look(run);
  } finally {
    run.end();
  }
  findings.countInterleaving();
  return findings.report(false);
}

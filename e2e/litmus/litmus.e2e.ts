import { HARNESS } from '../harness/addresses';
import { expect, test } from './litmus-test';
import type { Placement } from './program';
import { PROGRAMS } from './programs';
import { ProgramRunner } from './run-program';
import { Tally } from './tally';

/** Enough to see that the programs run. */
const ROUNDS = 2;

/** How long each program is repeated, to measure it. */
const MILLISECONDS = Number(process.env['LITMUS_SECONDS'] ?? 0) * 1000;

const ADDRESS = `${HARNESS}/litmus/litmus.html`;
const PLACEMENTS: readonly Placement[] = ['apart', 'opener'];

for (const program of PROGRAMS) {
  test.describe(() => {
    test.use({ needs: program.needs });

    for (const placement of program.placements ?? PLACEMENTS) {
      test(`${program.name} (${placement})`, async ({ tabs }, { annotations }) => {
        const runner = new ProgramRunner(tabs, program, placement, ADDRESS);
        const tally = new Tally();

        const end = Date.now() + MILLISECONDS;
        for (let round = 0; round < ROUNDS || Date.now() < end; round++) {
          tally.add(await runner.round());
        }

        annotations.push({ type: 'outcomes', description: tally.toString() });
        if (MILLISECONDS > 0) console.log(`${program.name} (${placement}): ${tally.toString()}`);
        expect(program.allowed).toEqual(expect.arrayContaining([...tally.outcomes]));
      });
    }
  });
}

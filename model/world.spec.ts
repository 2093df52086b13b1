import { randomNumbers } from './walk/walk-at-random';
import { Run } from './walk/run';
import type { Footprint } from './walk/program';
import { explore } from './explore';
import type { Scenario } from './scenario';
import { SCENARIOS } from './scenarios/scenarios';

import { World } from './world';

function scenario(name: string): Scenario {
  const found = SCENARIOS.find((it) => it.name === name);
  if (!found) throw new Error(`There is no scenario ${name}.`);
  return found;
}

describe('a world', () => {
  it('goes the same way again by the same schedule, down to what each action touches', async () => {
    const random = randomNumbers(1);
    for (let round = 0; round < 20; round++) {
      const first = await Run.start(() => World.create(scenario('redirect-in-both-tabs')));
      const touched: Footprint[] = [];
      while (first.choices.length > 0) {
        const action = first.choices[Math.floor(random() * first.choices.length)];
        if (action) touched.push(await first.take(action));
      }

      const again = await Run.start(() => World.create(scenario('redirect-in-both-tabs')));
      const touchedAgain: Footprint[] = [];
      for (const { id } of first.schedule) touchedAgain.push(await again.takeById(id));

      expect(touchedAgain).toEqual(touched);
      expect(again.schedule.map(({ label }) => label)).toEqual(
        first.schedule.map(({ label }) => label),
      );
      expect(again.choices).toEqual([]);
    }
  });

  it('of one tab that clears its cache has one order, and keeps every invariant', async () => {
    expect(await explore(scenario('clear-cache'))).toMatchObject({
      end: 'exhausted',
      violations: [],
    });
  });
});

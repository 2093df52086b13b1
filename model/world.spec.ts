import { randomNumbers } from './walk/walk-at-random';
import { Run } from './walk/run';
import type { Footprint } from './walk/program';
import { explore } from './explore';
import { BOTH_TABS_AT_ONCE } from './scenarios/both-tabs-at-once';
import { CLEAR_CACHE } from './scenarios/clear-cache';
import { World } from './world';

describe('a world', () => {
  it('goes the same way again by the same schedule, down to what each action touches', async () => {
    const random = randomNumbers(1);
    for (let round = 0; round < 20; round++) {
      const first = await Run.start(() => World.create(BOTH_TABS_AT_ONCE));
      const touched: Footprint[] = [];
      while (first.choices.length > 0) {
        const action = first.choices[Math.floor(random() * first.choices.length)];
        if (action) touched.push(await first.take(action));
      }

      const again = await Run.start(() => World.create(BOTH_TABS_AT_ONCE));
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
    expect(await explore(CLEAR_CACHE)).toMatchObject({
      interleavings: 1,
      isExhausted: true,
      violations: [],
    });
  });
});

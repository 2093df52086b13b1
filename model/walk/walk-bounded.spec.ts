import type { Toy } from './testing/toy';
import { times, toy } from './testing/toy';
import { replay } from './replay';
import { walkAtRandom } from './walk-at-random';
import { walkBounded } from './walk-bounded';

const WITHOUT_END = { deadline: Infinity, now: () => 0 };

async function count(world: Toy, preemptions: number): Promise<number> {
  const report = await walkBounded(toy(world), preemptions, WITHOUT_END);
  expect(report.isExhausted).toBe(true);
  return report.interleavings;
}

describe('walkBounded', () => {
  it.each([1, 2, 5])('walks 1 + k + k(k - 1) schedules of two actors with k = %i', async (k) => {
    const world = { actors: { A: times(k, {}), B: times(k, {}) } };

    expect(await count(world, 0)).toBe(1);
    // B comes in before one of the steps of A.
    expect(await count(world, 1)).toBe(1 + k);
    // And A comes back before one of the steps of B but the first.
    expect(await count(world, 2)).toBe(1 + k + k * (k - 1));
  });

  it.each([1, 2, 5])('walks 1 + 3k schedules of three actors with one preemption', async (k) => {
    const actors = { A: times(k, {}), B: times(k, {}), C: times(k, {}) };

    // B or C comes in before a step of A, or C before one of B.
    expect(await count({ actors }, 1)).toBe(1 + 3 * k);
  });

  it('walks all orders, without reduction, when the bound is high', async () => {
    const actors = { A: times(3, {}), B: times(3, {}) };

    expect(await count({ actors }, 100)).toBe(20);
  });

  it('never takes what is optional without a preemption', async () => {
    const world: Toy = { actors: { A: times(3, {}), C: [{}] }, optional: ['C'] };

    expect(await count(world, 0)).toBe(1);
    expect(await count(world, 1)).toBe(5);
  });

  it('finds no lost update with bound 0, and with bound 1 the schedule', async () => {
    const without = await walkBounded(toy(lostUpdate()), 0, WITHOUT_END);
    const { violations } = await walkBounded(toy(lostUpdate()), 1, WITHOUT_END);

    expect(without.violations).toEqual([]);
    expect(violations).toEqual([
      expect.objectContaining({ message: 'x is 1', schedule: ['A1', 'B1', 'B2', 'A2'] }),
    ]);
  });

  it('says how far it came when the time is over', async () => {
    let reads = 0;
    const world = toy({ actors: { A: times(5, {}), B: times(5, {}) } });

    const report = await walkBounded(world, 9, { deadline: 3, now: () => reads++ });

    expect(report).toMatchObject({ interleavings: 5, isExhausted: false });
  });
});

describe('walkAtRandom', () => {
  it('takes the same schedules for the same seed, others for another', async () => {
    const schedules = async (seed: number): Promise<readonly string[]> => {
      const taken: string[] = [];
      const actors = { A: times(5, {}), B: times(5, {}) };
      const onEnd: Toy['onEnd'] = (actions) => taken.push(actions.map(({ id }) => id).join());
      let reads = 0;
      await walkAtRandom(toy({ actors, onEnd }), seed, { deadline: 20, now: () => reads++ });
      return taken;
    };

    const first = await schedules(1);

    expect(first).toHaveLength(21);
    expect(new Set(first).size).toBeGreaterThan(5);
    expect(await schedules(1)).toEqual(first);
    expect(await schedules(2)).not.toEqual(first);
  });

  it('finds a lost update', async () => {
    let reads = 0;
    const options = { deadline: 50, now: () => reads++ };

    const { violations } = await walkAtRandom(toy(lostUpdate()), 7, options);

    expect(violations).toMatchObject([{ message: 'x is 1' }]);
  });
});

describe('replay', () => {
  it('takes the schedule of a violation again', async () => {
    const { violations } = await replay(toy(lostUpdate()), ['A1', 'B1', 'B2', 'A2']);

    expect(violations).toMatchObject([{ message: 'x is 1' }]);
  });

  it('refuses an action that cannot happen then', async () => {
    await expect(replay(toy(lostUpdate()), ['A1', 'A1'])).rejects.toThrow(
      'A1 cannot happen after A1. What can: A2 → B1',
    );
  });
});

/** Two actors that read a number and write one more. */
function lostUpdate(): Toy {
  const steps = (actor: string): Toy['actors'][string] => [
    { reads: ['x'], effect: (memory) => memory.set(actor, memory.get('x') ?? 0) },
    { writes: ['x'], effect: (memory) => memory.set('x', (memory.get(actor) ?? 0) + 1) },
  ];
  return {
    actors: { A: steps('A'), B: steps('B') },
    check: (memory, isOver) =>
      isOver && memory.get('x') !== 2 ? [`x is ${memory.get('x') ?? 0}`] : [],
  };
}

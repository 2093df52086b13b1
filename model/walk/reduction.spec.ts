import fc from 'fast-check';
import type { Action, Executed } from './program';
import { areDependent } from './program';
import type { Toy, ToyStep } from './testing/toy';
import { toy } from './testing/toy';
import { walkAll } from './walk-all';
import { walkBounded } from './walk-bounded';

const WITHOUT_END = { deadline: Infinity, now: () => 0 };
const OBJECTS = ['x', 'y', 'z'];

const step = fc.record({
  reads: fc.subarray(OBJECTS, { maxLength: 1 }),
  writes: fc.subarray(OBJECTS, { maxLength: 1 }),
  stops: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray(['A', 'B', 'C'], { minLength: 1 }) },
  ),
});
const steps = (maxLength: number): fc.Arbitrary<ToyStep[]> => fc.array(step, { maxLength });
/** Who can be stopped, looks at whether it is. */
function mortal(actor: string, it: ToyStep): ToyStep {
  return { ...it, reads: [...(it.reads ?? []), `life:${actor}`] };
}

const world: fc.Arbitrary<Toy> = fc
  .record({
    A: steps(3),
    B: steps(2),
    C: steps(2),
    D: steps(1),
    isOptional: fc.boolean(),
    isLate: fc.boolean(),
  })
  .map(({ A, B, C, D, isOptional, isLate }) => ({
    actors: {
      A: A.map((it, index) => ({ ...mortal('A', it), starts: index === 0 ? ['D'] : [] })),
      B: B.map((it) => mortal('B', it)),
      C: C.map((it) => mortal('C', it)),
      D,
    },
    waiting: ['D'],
    optional: isOptional ? ['C'] : [],
    later: isLate ? ['B'] : [],
  }));

function areOrdered(one: Executed, other: Executed): boolean {
  return [one, other].some(({ action }) => action.actor === 'time') || areDependent(one, other);
}

/** A value that is equal for two schedules exactly when they differ in the order of commuting actions only. */
function traceOf(taken: readonly Action[], { actors }: Toy): string {
  const executed = taken.map((action): Executed => {
    const toyStep = actors[action.actor]?.[Number(action.id.slice(1)) - 1];
    const { reads = [], writes = [], stops = [] } = toyStep ?? {};
    return {
      action,
      footprint: { reads, writes: [...writes, ...stops.map((it) => `life:${it}`)] },
    };
  });
  const orders = executed.flatMap((one, index) =>
    executed
      .slice(index + 1)
      .filter((other) => areOrdered(one, other))
      .map((other) => `${one.action.id}<${other.action.id}`),
  );
  return [...taken.map(({ id }) => id).sort(), ...orders.sort()].join();
}

describe('the reduction', () => {
  it('walks each class of schedules that differ in the order of commuting actions only, exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (any) => {
        const all = new Set<string>();
        const reduced: string[] = [];
        const onAll: Toy['onEnd'] = (taken) => all.add(traceOf(taken, any));
        await walkBounded(toy({ ...any, onEnd: onAll }), Infinity, WITHOUT_END);

        const onReduced: Toy['onEnd'] = (taken) => reduced.push(traceOf(taken, any));
        const report = await walkAll(toy({ ...any, onEnd: onReduced }), WITHOUT_END);

        for (const trace of all) expect(reduced).toContain(trace);
        expect(report.interleavings).toBe(all.size);
      }),
      { numRuns: 1000 },
    );
  });
});

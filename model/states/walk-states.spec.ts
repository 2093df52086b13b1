import { walkStates } from './walk-states';

it('visits every state of two counters up to three once, and takes every fact in each', () => {
  const report = walkStates<readonly [number, number], 0 | 1>({
    name: 'two counters',
    initial: [0, 0],
    facts: [0, 1],
    step: ([one, other], fact) =>
      fact === 0 ? [Math.min(3, one + 1), other] : [one, Math.min(3, other + 1)],
    check: () => [],
  });

  expect(report).toEqual({ name: 'two counters', states: 16, steps: 32, violations: [] });
});

it('takes maps and sets in another order for the same', () => {
  const report = walkStates<ReadonlySet<string>, string>({
    name: 'a set',
    initial: new Set(),
    facts: ['a', 'b', 'c'],
    step: (set, fact) => new Set([...set, fact]),
    check: () => [],
  });

  expect(report.states).toBe(8);
});

it('gives the shortest way to what does not hold', () => {
  const { violations } = walkStates<number, 1 | 2>({
    name: 'a sum',
    initial: 0,
    facts: [1, 2],
    step: (sum, fact) => Math.min(5, sum + fact),
    check: (_, __, after) => (after === 5 ? ['it is five'] : []),
  });

  expect(violations).toEqual([{ message: 'it is five', schedule: ['1', '2', '2'] }]);
});

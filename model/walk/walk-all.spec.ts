import type { Toy, ToyStep } from './testing/toy';
import { times, toy } from './testing/toy';
import { walkAll } from './walk-all';

const WITHOUT_END = { deadline: Infinity, now: () => 0 };
const ON_X: ToyStep = { writes: ['x'] };

async function count(world: Toy): Promise<number> {
  const { interleavings, isExhausted } = await walkAll(toy(world), WITHOUT_END);
  expect(isExhausted).toBe(true);
  return interleavings;
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

describe('walkAll', () => {
  it.each([
    [1, 4],
    [2, 1],
    [2, 4],
    [3, 2],
    [4, 1],
  ])(
    'walks all orders of %i actors with %i steps each that write the same object',
    async (actors, steps) => {
      const names = Array.from({ length: actors }, (_, index) => `actor-${index}-`);
      const world = Object.fromEntries(names.map((name) => [name, times(steps, ON_X)]));

      const orders = factorial(actors * steps) / factorial(steps) ** actors;
      expect(await count({ actors: world })).toBe(orders);
    },
  );

  it.each([
    ['touch objects of their own', (name: string): ToyStep => ({ writes: [name] })],
    ['only read the same object', (): ToyStep => ({ reads: ['x'] })],
    ['touch nothing', (): ToyStep => ({})],
  ])('walks one order of actors that %s, and gives none up', async (_, step) => {
    const actors = { A: times(3, step('a')), B: times(3, step('b')), C: times(3, step('c')) };

    const report = await walkAll(toy({ actors }), WITHOUT_END);

    expect(report).toMatchObject({ interleavings: 1, redundant: 0, isExhausted: true });
  });

  it('counts an order of reads and a write by where the write is', async () => {
    const actors = { A: times(3, { reads: ['x'] }), B: [ON_X] };

    expect(await count({ actors })).toBe(4);
  });

  it('walks both orders of the two actions that share an object, whatever is around them', async () => {
    const own = { writes: [] };
    const actors = { A: [own, ON_X, own], B: [own, own, ON_X, own] };

    expect(await count({ actors })).toBe(2);
  });

  it('multiplies the orders at objects that have nothing to do with each other', async () => {
    const actors = { A: [ON_X], B: [ON_X], C: [{ writes: ['y'] }], D: [{ writes: ['y'] }] };

    expect(await count({ actors })).toBe(4);
  });

  it('takes a name that ends in a star for all objects that begin like it', async () => {
    const actors = { A: [{ reads: ['locks:*'] }], B: [{ writes: ['locks:1'] }], C: [ON_X] };

    expect(await count({ actors })).toBe(2);
  });

  it('never has an action before the one that makes it possible', async () => {
    const actors = { A: [{ starts: ['B'], writes: ['x'] }], B: [ON_X], C: [ON_X] };

    // B comes after A; C anywhere.
    expect(await count({ actors, waiting: ['B'] })).toBe(3);
  });

  it('finds what a late action could do before an early one that has nothing to do with its cause', async () => {
    const actors = { A: [ON_X], B: [{ starts: ['C'] }], C: [ON_X] };

    expect(await count({ actors, waiting: ['C'] })).toBe(2);
  });

  it('walks on without an action that another one has made impossible, and with it before', async () => {
    const actors = { A: [{ stops: ['B'] }], B: [{ reads: ['life:B'] }, { reads: ['life:B'] }] };

    // B is stopped after no, one or two of its steps.
    expect(await count({ actors })).toBe(3);
  });

  it('has an optional action happen at each point and not at all', async () => {
    const actors = { A: times(3, ON_X), C: [ON_X] };

    expect(await count({ actors, optional: ['C'] })).toBe(5);
  });

  it('waits for nothing that is optional', async () => {
    const ends: string[] = [];
    const actors = { C: [{}], D: [{}] };
    const onEnd: Toy['onEnd'] = (taken) => ends.push(taken.map(({ id }) => id).join(''));

    await count({ actors, optional: ['C', 'D'], onEnd });

    expect(ends.sort()).toEqual(['', 'C1', 'C1D1', 'D1']);
  });

  it('lets time pass only when nothing else can happen', async () => {
    const actors = { A: [ON_X], B: [ON_X], late: [ON_X] };

    expect(await count({ actors, later: ['late'] })).toBe(2);
  });

  it('has an optional action happen before and after time has passed', async () => {
    const actors = { A: [ON_X], late: [ON_X], C: [ON_X] };

    // Before A, after A, after the time, after the late one, never.
    expect(await count({ actors, later: ['late'], optional: ['C'] })).toBe(5);
  });

  it('finds a lost update, and tells the schedule', async () => {
    const { violations } = await walkAll(toy(lostUpdate()), WITHOUT_END);

    expect(violations).toEqual([
      expect.objectContaining({ message: 'x is 1', schedule: ['A1', 'B1', 'B2', 'A2'] }),
    ]);
  });

  it('says how far it came when the time is over', async () => {
    const actors = { A: times(4, ON_X), B: times(4, ON_X) };
    let reads = 0;

    const report = await walkAll(toy({ actors }), { deadline: 10, now: () => reads++ });

    expect(report).toMatchObject({ interleavings: 12, isExhausted: false });
  });

  it('refuses a world that is another one the second time', async () => {
    let worlds = 0;
    const steady = toy({ actors: { A: [ON_X], B: [ON_X] } });
    const odd = toy({ actors: { A: [ON_X], C: [ON_X] } });

    const walk = walkAll(() => (worlds++ === 0 ? steady() : odd()), WITHOUT_END);

    await expect(walk).rejects.toThrow('does not lead to the same state');
  });

  it('refuses a schedule without an end', async () => {
    const walk = walkAll(toy({ actors: { A: times(10_000, ON_X) } }), WITHOUT_END);

    await expect(walk).rejects.toThrow('does not end');
  });
});

/** Two actors that read a number and write one more. */
function lostUpdate(): Toy {
  const read = (actor: string): ToyStep => ({
    reads: ['x'],
    effect: (memory) => memory.set(actor, memory.get('x') ?? 0),
  });
  const write = (actor: string): ToyStep => ({
    writes: ['x'],
    effect: (memory) => memory.set('x', (memory.get(actor) ?? 0) + 1),
  });
  return {
    actors: { A: [read('A'), write('A')], B: [read('B'), write('B')] },
    check: (memory, isOver) =>
      isOver && memory.get('x') !== 2 ? [`x is ${memory.get('x') ?? 0}`] : [],
  };
}

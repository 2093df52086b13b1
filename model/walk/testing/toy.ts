/** Small worlds whose number of schedules is known. */
import type { Action, CreateProgram, Footprint } from '../program';

/** One step of a toy's actor. */
export interface ToyStep {
  readonly reads?: readonly string[];
  readonly writes?: readonly string[];
  /** Runs with the toy's memory. */
  readonly effect?: (memory: Map<string, number>) => void;
  /** Steps that become possible with it, each of an actor of its own. */
  readonly starts?: readonly string[];
  /** Actors that can do nothing more from then on. */
  readonly stops?: readonly string[];
}

/** What a toy consists of. */
export interface Toy {
  /** The steps of each actor, in their order. */
  readonly actors: Readonly<Record<string, readonly ToyStep[]>>;
  /** Actors that wait until a step starts them. */
  readonly waiting?: readonly string[];
  /** Actors whose steps may never happen. */
  readonly optional?: readonly string[];
  /** How often time can pass before all is over; each time the actor of that name is started. */
  readonly later?: readonly string[];
  readonly check?: (memory: ReadonlyMap<string, number>, isOver: boolean) => readonly string[];
  /** Called with what has happened, in order, when a world ends. */
  readonly onEnd?: (taken: readonly Action[], memory: ReadonlyMap<string, number>) => void;
}

/** Makes worlds of a toy. */
export function toy({ actors, check = () => [], ...toyOptions }: Toy): CreateProgram {
  const { waiting = [], optional = [], later = [], onEnd } = toyOptions;
  return () => {
    const done = new Map<string, number>(Object.keys(actors).map((actor) => [actor, 0]));
    const asleep = new Set([...waiting, ...later]);
    const stopped = new Set<string>();
    const memory = new Map<string, number>();
    const taken: Action[] = [];
    let passed = 0;
    const stepOf = (actor: string): ToyStep | undefined => actors[actor]?.[done.get(actor) ?? 0];
    return Promise.resolve({
      enabled: () =>
        Object.keys(actors)
          .filter((actor) => !asleep.has(actor) && !stopped.has(actor) && stepOf(actor))
          .map((actor) => {
            const id = `${actor}${(done.get(actor) ?? 0) + 1}`;
            return { id, actor, label: id, isOptional: optional.includes(actor) };
          }),
      run: (action: Action): Promise<Footprint> => {
        const { actor } = action;
        const { reads = [], writes = [], effect, starts = [], stops = [] } = stepOf(actor) ?? {};
        taken.push(action);
        done.set(actor, (done.get(actor) ?? 0) + 1);
        for (const started of starts) asleep.delete(started);
        for (const other of stops) stopped.add(other);
        effect?.(memory);
        return Promise.resolve({ reads, writes: [...writes, ...stops.map((it) => `life:${it}`)] });
      },
      hasMoreTime: () => passed < later.length,
      pass: () => {
        taken.push({ id: `time${passed}`, actor: 'time', label: 'time' });
        asleep.delete(later[passed++] ?? '');
      },
      violations: (isOver: boolean) => check(memory, isOver),
      end: () => onEnd?.(taken, memory),
    });
  };
}

/** `count` times the same step. */
export function times(count: number, step: ToyStep): readonly ToyStep[] {
  return Array.from({ length: count }, () => step);
}

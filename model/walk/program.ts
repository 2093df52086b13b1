/** What can be walked: a world in which several actors act, made anew for every schedule. Knows nothing of browsers. */

/** Something that can happen next. */
export interface Action {
  /** The same action has the same id in every schedule that it occurs in; no two of one schedule share an id. */
  readonly id: string;
  /** Whose it is: two actions of one actor never commute. */
  readonly actor: string;
  /** What it is, for people. */
  readonly label: string;
  /** Whether it may also never happen, as the crash of a tab; nothing waits for it. */
  readonly isOptional?: boolean;
}

/**
 * The shared objects that an action has looked at and changed. What only its actor can see is none. A name that ends
 * in `*` stands for all that begin like it.
 */
export interface Footprint {
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}

/** One world. The same actions in the same order have to lead to the same state. */
export interface Program {
  /** What can happen now, the oldest first; nothing when the world is at rest. */
  enabled(): readonly Action[];
  /** Has an enabled action happen, with everything that follows from it at once. */
  run(action: Action): Promise<Footprint>;
  /** Whether {@link pass} can bring up more. Asked at rest only. */
  hasMoreTime(): boolean;
  /** Lets time pass until something more can happen. Called at rest only. */
  pass(): void;
  /** The invariants that do not hold now; `isOver` when nothing more is going to happen. */
  violations(isOver: boolean): readonly string[];
  /** Gives back what the world has taken. */
  end(): void;
}

/** Makes a world, ready to be walked. */
export type CreateProgram = () => Promise<Program>;

/** An action that has happened. */
export interface Executed {
  readonly action: Action;
  readonly footprint: Footprint;
}

/** Whether the order of two actions can make a difference. */
export function areDependent(one: Executed, other: Executed): boolean {
  if (one.action.actor === other.action.actor) return true;
  const { reads, writes } = one.footprint;
  const others = other.footprint;
  return (
    overlap(writes, others.writes) || overlap(writes, others.reads) || overlap(reads, others.writes)
  );
}

function overlap(some: readonly string[], others: readonly string[]): boolean {
  for (const one of some) for (const other of others) if (isSame(one, other)) return true;
  return false;
}

function isSame(one: string, other: string): boolean {
  if (one === other) return true;
  return standsFor(one, other) || standsFor(other, one);
}

function standsFor(pattern: string, object: string): boolean {
  return pattern.endsWith('*') && object.startsWith(pattern.slice(0, -1));
}

/** Walks a pure state machine to its end: every state that can be reached, and every fact in each of them. */

/** A machine, and what has to hold of it. */
export interface Machine<State, Fact> {
  readonly name: string;
  readonly initial: State;
  readonly facts: readonly Fact[];
  readonly step: (state: State, fact: Fact) => State;
  /** What does not hold of a step, in words; empty when all is well. */
  readonly check: (before: State, fact: Fact, after: State) => readonly string[];
}

/** What a walk has come to. */
export interface StatesReport {
  readonly name: string;
  readonly states: number;
  readonly steps: number;
  readonly violations: readonly {
    readonly message: string;
    readonly schedule: readonly string[];
  }[];
}

/** Visits every state once; two states are the same when their texts are. */
export function walkStates<State, Fact>(machine: Machine<State, Fact>): StatesReport {
  const { name, initial, facts, step, check } = machine;
  const cameBy = new Map<string, readonly string[]>([[textOf(initial), []]]);
  const waiting = [initial];
  const found = new Map<string, readonly string[]>();
  let steps = 0;
  for (let before = waiting.shift(); before !== undefined; before = waiting.shift()) {
    const way = cameBy.get(textOf(before)) ?? [];
    for (const fact of facts) {
      const after = step(before, fact);
      const schedule = [...way, textOf(fact)];
      steps++;
      for (const message of check(before, fact, after)) {
        if (!found.has(message)) found.set(message, schedule);
      }
      const text = textOf(after);
      if (cameBy.has(text)) continue;
      cameBy.set(text, schedule);
      waiting.push(after);
    }
  }
  const violations = [...found].map(([message, schedule]) => ({ message, schedule }));
  return { name, states: cameBy.size, steps, violations };
}

/** A text that is equal for equal values, whatever the order of maps and sets. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) => {
    const isUnordered = member instanceof Map || member instanceof Set;
    return isUnordered ? [...(member as Iterable<unknown>)].sort() : member;
  });
}

import type { EventLogEntry } from './stored-entries';

/** Events that follow each other and belong to one sign-out. */
export interface SignOutEvents {
  readonly correlationId: string;
  readonly entries: readonly [EventLogEntry, ...EventLogEntry[]];
}

/** Splits `entries` where the correlation id changes; the order stays. */
export function groupBySignOut(entries: readonly EventLogEntry[]): readonly SignOutEvents[] {
  const groups: SignOutEvents[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last?.correlationId === entry.correlationId) {
      groups[groups.length - 1] = { ...last, entries: [...last.entries, entry] };
    } else {
      groups.push({ correlationId: entry.correlationId, entries: [entry] });
    }
  }
  return groups;
}

import { keepInTab, readFromTab } from '../tab-storage/tab-storage';

/** One event in the log: which, when and of which sign-out; nothing about people or tokens. */
export interface EventLogEntry {
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly eventType: string;
  readonly correlationId: string;
}

const KEY = 'event-log';

/** The entries that this tab has kept; none when there are none or they cannot be read. */
export function readEntries(): readonly EventLogEntry[] {
  const stored = readFromTab(KEY);
  return Array.isArray(stored) ? stored.filter(isEntry) : [];
}

/** Keeps `entries` for this tab. */
export function writeEntries(entries: readonly EventLogEntry[]): void {
  keepInTab(KEY, entries);
}

function isEntry(value: unknown): value is EventLogEntry {
  return (
    typeof value === 'object' &&
    value !== null &&
    'timestamp' in value &&
    typeof value.timestamp === 'number' &&
    'eventType' in value &&
    typeof value.eventType === 'string' &&
    'correlationId' in value &&
    typeof value.correlationId === 'string'
  );
}

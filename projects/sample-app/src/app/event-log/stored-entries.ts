/** One event in the log: which, when and of which sign-out; nothing about people or tokens. */
export interface EventLogEntry {
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly eventType: string;
  readonly correlationId: string;
}

// Contains neither "msal" nor the client id: MSAL's own logout removes every key that does.
const KEY = 'event-log';

/** The entries that this tab has kept; none when there are none or they cannot be read. */
export function readEntries(): readonly EventLogEntry[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isEntry) : [];
  } catch {
    return [];
  }
}

/** Keeps `entries` for this tab. Where the browser refuses, they are lost with the page. */
export function writeEntries(entries: readonly EventLogEntry[]): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(entries));
  } catch {
    // The log is a convenience; a full or forbidden storage must not disturb a sign-out.
  }
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

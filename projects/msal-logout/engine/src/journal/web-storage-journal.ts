import type { JournalEntry, LogoutJournal } from './logout-journal';

// Neither "msal" nor a client id may be in a key: MSAL deletes such keys when it clears everything.
const PREFIX = 'end-session.';

/** Keeps the journal in localStorage, where it outlives the tab. */
export class WebStorageJournal implements LogoutJournal {
  write(entry: JournalEntry): boolean {
    try {
      localStorage.setItem(PREFIX + entry.stateId, JSON.stringify(entry));
      return true;
    } catch {
      return false;
    }
  }

  find(stateId: string): JournalEntry | null {
    try {
      return parseEntry(localStorage.getItem(PREFIX + stateId));
    } catch {
      return null;
    }
  }

  remove(stateId: string): void {
    try {
      localStorage.removeItem(PREFIX + stateId);
    } catch {
      // Storage that cannot be written to has nothing to forget.
    }
  }
}

function parseEntry(text: string | null): JournalEntry | null {
  if (text === null) return null;
  const entry = JSON.parse(text) as Partial<JournalEntry> | null;
  return typeof entry?.stateId === 'string' &&
    typeof entry.correlationId === 'string' &&
    typeof entry.startedAt === 'number' &&
    Array.isArray(entry.accounts)
    ? (entry as JournalEntry)
    : null;
}

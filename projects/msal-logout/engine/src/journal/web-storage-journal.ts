import { parseJsonObject } from '../json-object';
import type { JournalEntry, LogoutJournal } from './logout-journal';

// Neither "msal" nor a client id may be in a key: MSAL deletes such keys when it clears everything.
const PREFIX = 'end-session.';
/** In sessionStorage, the id of the sign-out that the tab has left for. */
const THIS_TAB = `${PREFIX}this-tab`;

/** Keeps the journal in localStorage, where it outlives the tab. */
export class WebStorageJournal implements LogoutJournal {
  write(entry: JournalEntry): boolean {
    return attempt(() => {
      localStorage.setItem(PREFIX + entry.stateId, JSON.stringify(entry));
      return true;
    }, false);
  }

  leave(stateId: string): void {
    attempt(() => sessionStorage.setItem(THIS_TAB, stateId), undefined);
  }

  find(stateId: string): JournalEntry | null {
    return attempt(() => readEntry(localStorage.getItem(PREFIX + stateId)), null);
  }

  findOfThisTab(): JournalEntry | null {
    const stateId = attempt(() => sessionStorage.getItem(THIS_TAB), null);
    return stateId === null ? null : this.find(stateId);
  }

  remove(stateId: string): void {
    attempt(() => {
      localStorage.removeItem(PREFIX + stateId);
      if (sessionStorage.getItem(THIS_TAB) === stateId) sessionStorage.removeItem(THIS_TAB);
    }, undefined);
  }
}

/** Storage that cannot be used remembers nothing. */
function attempt<T>(use: () => T, otherwise: T): T {
  try {
    return use();
  } catch {
    return otherwise;
  }
}

function readEntry(text: string | null): JournalEntry | null {
  const entry: Partial<Record<keyof JournalEntry, unknown>> = parseJsonObject(text);
  return typeof entry.stateId === 'string' &&
    typeof entry.correlationId === 'string' &&
    typeof entry.startedAt === 'number' &&
    Array.isArray(entry.accounts)
    ? (entry as JournalEntry)
    : null;
}

import type { JournalEntry, LogoutJournal } from '../journal/logout-journal';

/** A journal in memory. */
export class FakeJournal implements LogoutJournal {
  readonly entries = new Map<string, JournalEntry>();

  ofThisTab: string | null = null;

  write(entry: JournalEntry): boolean {
    this.entries.set(entry.stateId, entry);
    return true;
  }

  leave(stateId: string): void {
    this.ofThisTab = stateId;
  }

  findOfThisTab(): JournalEntry | null {
    return this.find(this.ofThisTab ?? '');
  }

  find(stateId: string): JournalEntry | null {
    return this.entries.get(stateId) ?? null;
  }

  remove(stateId: string): void {
    this.entries.delete(stateId);
  }
}

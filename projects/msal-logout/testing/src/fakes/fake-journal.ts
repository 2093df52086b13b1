import type {
  ɵJournalEntry as JournalEntry,
  ɵLogoutJournal as LogoutJournal,
} from 'msal-logout/engine';

/** A journal in memory. */
export class FakeJournal implements LogoutJournal {
  readonly #entries = new Map<string, JournalEntry>();
  readonly #listeners = new Set<() => void>();

  ofThisTab: string | null = null;

  write(entry: JournalEntry): boolean {
    this.#entries.set(entry.stateId, entry);
    return true;
  }

  find(stateId: string): JournalEntry | null {
    return this.#entries.get(stateId) ?? null;
  }

  entries(): readonly JournalEntry[] {
    return [...this.#entries.values()];
  }

  remove(stateId: string): void {
    this.#entries.delete(stateId);
  }

  markTab(stateId: string): void {
    this.ofThisTab = stateId;
  }

  entryOfThisTab(): JournalEntry | null {
    return this.find(this.ofThisTab ?? '');
  }

  unmarkTab(): void {
    this.ofThisTab = null;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Another tab has changed the journal. */
  changeElsewhere(): void {
    for (const listener of this.#listeners) listener();
  }
}

import { attempt } from '../attempt';
import { isAccountIdentity } from '../cache/account-info';
import { parseJsonObject } from '../json-object';
import type { JournalEntry, LogoutJournal } from './logout-journal';
import type { SignOutStage } from './sign-out-stage';

// Neither "msal" nor a client id may be in a key: MSAL deletes such keys when it clears everything.
const PREFIX = 'end-session.journal.';
/** In sessionStorage, the id of the sign-out that the tab has left for. */
const THIS_TAB = 'end-session.this-tab';

/** Keeps the journal in localStorage, where it outlives the tab. */
export class WebStorageJournal implements LogoutJournal {
  write(entry: JournalEntry): boolean {
    const text = JSON.stringify(entry);
    return attempt(() => {
      localStorage.setItem(PREFIX + entry.stateId, text);
      // Some storages take an entry without a word, and do not keep it.
      return localStorage.getItem(PREFIX + entry.stateId) === text;
    }, false);
  }

  find(stateId: string): JournalEntry | null {
    const entry = parseJsonObject(attempt(() => localStorage.getItem(PREFIX + stateId), null));
    return isEntry(entry) && entry.stateId === stateId ? entry : null;
  }

  entries(): readonly JournalEntry[] {
    const keys = attempt(() => Object.keys(localStorage), []);
    const ids = keys.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
    const entries = ids.flatMap((id) => this.find(id) ?? this.#discard(id));
    return entries.sort((one, other) => one.startedAt - other.startedAt);
  }

  #discard(unreadable: string): [] {
    this.remove(unreadable);
    return [];
  }

  remove(stateId: string): void {
    attempt(() => localStorage.removeItem(PREFIX + stateId), undefined);
  }

  markTab(stateId: string): void {
    attempt(() => sessionStorage.setItem(THIS_TAB, stateId), undefined);
  }

  entryOfThisTab(): JournalEntry | null {
    const stateId = attempt(() => sessionStorage.getItem(THIS_TAB), null);
    return stateId === null ? null : this.find(stateId);
  }

  unmarkTab(): void {
    attempt(() => sessionStorage.removeItem(THIS_TAB), undefined);
  }

  onChange(listener: () => void): () => void {
    const hear = ({ key }: StorageEvent): void => {
      // Without a key, everything was cleared.
      if (key === null || key.startsWith(PREFIX)) listener();
    };
    window.addEventListener('storage', hear);
    return () => window.removeEventListener('storage', hear);
  }
}

const STAGES: readonly unknown[] = [
  'begun',
  'cleared',
  'asking',
  'away',
  'gone',
  'interrupted',
  'settled',
] satisfies SignOutStage[];

/** Whether an entry is whole; what else is under such a key, somebody has tampered with. */
function isEntry(value: object): value is JournalEntry {
  const entry: Partial<Record<keyof JournalEntry, unknown>> = value;
  const { postLogoutRedirectUri: uri, logoutHint = '', leftAt = 0, stage } = entry;
  const texts = [
    entry.stateId,
    entry.clientId,
    entry.correlationId,
    entry.interactionType,
    entry.authority,
  ];
  return (
    [...texts, logoutHint, uri ?? ''].every((text) => typeof text === 'string') &&
    [entry.startedAt, leftAt, entry.resumed].every((number) => typeof number === 'number') &&
    Number.isSafeInteger(entry.order) &&
    STAGES.includes(stage) &&
    Array.isArray(entry.accounts) &&
    entry.accounts.every(isAccountIdentity)
  );
}

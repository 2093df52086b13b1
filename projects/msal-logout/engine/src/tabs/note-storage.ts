import { attempt } from '../attempt';
import { parseJsonObject } from '../json-object';
import type { Note } from './note';
import { isExpired, isNote, isSuperseded } from './note';

// One key a note: two tabs that write at the same moment lose nothing. Neither "msal" nor a client id may be in a
// key: MSAL deletes such keys when it clears everything.
const PREFIX = 'end-session.note.';

/** Every note in localStorage that still counts; none where the storage cannot be used. */
export function storedNotes(): readonly Note[] {
  return noteKeys().flatMap((key) => {
    const note = read(key);
    return note && !isExpired(note) ? [note] : [];
  });
}

/** Writes a note to localStorage, and removes those that no longer count; nothing where it cannot be used. */
export function storeNote(note: Note): void {
  const key = `${PREFIX}${note.type}.${note.id}`;
  const write = (): void => localStorage.setItem(key, JSON.stringify(note));
  // Before the old ones go: no tab is to see neither.
  const isWritten = attempt(() => (write(), true), false);
  for (const each of noteKeys().filter((it) => it !== key)) {
    const old = read(each);
    const counts = old && !isExpired(old) && !isSuperseded(old, note);
    if (!counts) attempt(() => localStorage.removeItem(each), undefined);
  }
  // There may be room for it now.
  if (!isWritten) attempt(write, undefined);
}

/** Calls `listener` when another tab has written a note, until the result is called. */
export function onStoredNote(listener: () => void): () => void {
  const hear = ({ key }: StorageEvent): void => {
    if (key?.startsWith(PREFIX)) listener();
  };
  window.addEventListener('storage', hear);
  return () => window.removeEventListener('storage', hear);
}

function noteKeys(): readonly string[] {
  return attempt(() => Object.keys(localStorage), []).filter((key) => key.startsWith(PREFIX));
}

function read(key: string): Note | null {
  const note: unknown = parseJsonObject(attempt(() => localStorage.getItem(key), null));
  return isNote(note) ? note : null;
}

import { accountDigest } from '../tabs/account-digest';
import type { Note } from '../tabs/note';
import type { JournalEntry } from './logout-journal';

/** The note that ends a sign-out, and earlier ones of the same accounts. */
export function endingNote(
  type: 'returned' | 'dismissed',
  { stateId, clientId, accounts, order, correlationId }: JournalEntry,
): Note {
  const about = [...new Set(accounts.map(accountDigest))];
  return { type, id: stateId, about, order, correlationId, group: clientId, at: Date.now() };
}

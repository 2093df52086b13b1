import type { AccountInfo } from '../cache/account-info';
import { accountDigest } from '../tabs/account-digest';
import type { Note } from '../tabs/note';
import { ADA } from './people';

/** What another tab notes of Ada: by default that she signs out. */
export function noteOf(members: Partial<Note> = {}): Note {
  return {
    type: 'signed-out',
    id: 'n-1',
    about: aboutOf(ADA),
    order: 1_000,
    correlationId: 'c-1',
    group: 'mail-app',
    at: Date.now(),
    ...members,
  };
}

/** What a note says of people. */
export function aboutOf(...people: readonly AccountInfo[]): readonly string[] {
  return people.map(accountDigest);
}

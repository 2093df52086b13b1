import type { Note } from './note';

/** An account in the cache, as a page of this tab has seen it. */
export interface OwnCopy {
  /** Digest of the account. */
  readonly account: string;
  /** The position of the sign-in that this tab has it from. */
  readonly since: number;
  /** Digest of the claims of its ID token, which differ for every token; only ever compared for equality. */
  readonly token: string;
}

/** What the pages of a tab remember for the next one. */
export interface TabMemory {
  readonly copies: readonly OwnCopy[];
  /** Whether the last page has left to sign in by redirect. */
  readonly isSigningIn: boolean;
}

/** Port to the other tabs of the application, to those whose page is away, and to earlier pages of this tab. */
export interface TabChannel {
  /** Every note that counts for this tab, in no particular order: those of other tabs, and its own. */
  notes(): readonly Note[];
  /** Keeps a note, and passes it on to the other tabs. */
  send(note: Note): void;
  /** What earlier pages of this tab have remembered. */
  recall(): TabMemory;
  /** Remembers something for the next page of this tab. */
  remember(memory: TabMemory): void;
  /** Calls `listener` when other tabs may have sent notes, until the result is called. */
  listen(listener: () => void): () => void;
}

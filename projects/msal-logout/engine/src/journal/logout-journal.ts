import type { AccountIdentity } from '../cache/account-info';

/** What is kept of a sign-out while it is away at the provider; never a token. */
export interface JournalEntry {
  /** The id inside the `state` parameter. */
  readonly stateId: string;
  readonly correlationId: string;
  readonly accounts: readonly AccountIdentity[];
  readonly postLogoutRedirectUri: string | null;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

/** Port to the memory of sign-outs that left the page. */
export interface LogoutJournal {
  /** Remembers a sign-out; `false` when that is not possible, which stops nothing. */
  write(entry: JournalEntry): boolean;
  /** Notes that this tab leaves for a remembered sign-out. */
  leave(stateId: string): void;
  /** The entry of a sign-out, if it is remembered. */
  find(stateId: string): JournalEntry | null;
  /** The entry of the sign-out that this tab has left for, if it is remembered. */
  findOfThisTab(): JournalEntry | null;
  /** Forgets a sign-out. */
  remove(stateId: string): void;
}

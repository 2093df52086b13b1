import type { AccountIdentity } from '../cache/account-info';
import type { InteractionType } from '../events/event-type';
import type { LocalSignOut } from '../request/logout-result';
import type { SignOutStage } from './sign-out-stage';

/** The record of a sign-out, kept until it is settled; never a token. */
export interface JournalEntry {
  /** The id inside the `state` parameter. */
  readonly stateId: string;
  /** The client that signs out: no other one resumes it. */
  readonly clientId: string;
  readonly correlationId: string;
  readonly interactionType: InteractionType;
  readonly accounts: readonly AccountIdentity[];
  readonly authority: string;
  readonly logoutHint?: string | undefined;
  readonly postLogoutRedirectUri: string | null;
  /** Position among all sign-ins and sign-outs of this browser. */
  readonly order: number;
  /** Unix time in milliseconds. */
  readonly startedAt: number;
  /** When its page left for the provider, as a Unix time in milliseconds. */
  readonly leftAt?: number | undefined;
  readonly stage: SignOutStage;
  /** Whether the token cache is proven to be clear; from `cleared` on. */
  readonly local?: LocalSignOut | undefined;
  /** How often the sign-out has been resumed. */
  readonly resumed: number;
}

/** Port to the records of sign-outs that are not settled. A record is written by the page of its sign-out only. */
export interface LogoutJournal {
  /** Writes the record of a sign-out; `false` when that is not possible, which stops nothing. */
  write(entry: JournalEntry): boolean;
  /** The record of a sign-out, if there is one. */
  find(stateId: string): JournalEntry | null;
  /** Every record, the oldest first. */
  entries(): readonly JournalEntry[];
  /** Removes the record of a sign-out. */
  remove(stateId: string): void;
  /** Marks this tab as one that leaves for a sign-out. */
  markTab(stateId: string): void;
  /** The record of the sign-out that this tab is marked with, if there is one. */
  entryOfThisTab(): JournalEntry | null;
  /** Removes the mark of this tab. */
  unmarkTab(): void;
  /** Calls `listener` when another tab has changed something, until the result is called. */
  onChange(listener: () => void): () => void;
}

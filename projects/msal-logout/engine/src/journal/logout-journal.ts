import type { AccountIdentity } from '../cache/account-info';
import type { InteractionType } from '../events/event-type';
import type { CompletedRequest } from '../request/complete-request';
import { newGuid } from '../request/guid';

/** What is kept of a sign-out until the server has had its part; never a token. */
export interface JournalEntry {
  /** The id inside the `state` parameter. */
  readonly stateId: string;
  readonly correlationId: string;
  readonly interactionType: InteractionType;
  readonly accounts: readonly AccountIdentity[];
  readonly authority: string;
  readonly logoutHint?: string | undefined;
  readonly postLogoutRedirectUri: string | null;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /**
   * How far it has come: at `cleared` the cache is proven to be clear, at `interrupted` its page has given it up, at
   * `returned` a popup is back, and the page that has opened it may not know yet.
   */
  readonly stage: 'begun' | 'cleared' | 'interrupted' | 'returned';
  /** How often the sign-out has been taken up again. */
  readonly resumed: number;
}

/** What to remember of a sign-out that begins, or goes on. */
export function journalEntry(
  interactionType: InteractionType,
  { correlationId, authority, logoutHint, postLogoutRedirectUri }: CompletedRequest,
  accounts: readonly AccountIdentity[],
  resumed?: JournalEntry,
): JournalEntry {
  return {
    stateId: resumed?.stateId ?? newGuid(),
    correlationId,
    interactionType,
    accounts,
    authority,
    logoutHint,
    postLogoutRedirectUri,
    startedAt: Date.now(),
    stage: 'begun',
    resumed: resumed ? resumed.resumed + 1 : 0,
  };
}

/** Port to the memory of sign-outs that the server has not had its part in yet. */
export interface LogoutJournal {
  /** Remembers a sign-out, or what is new of it; `false` when that is not possible, which stops nothing. */
  write(entry: JournalEntry): boolean;
  /** The entry of a sign-out, if it is remembered. */
  find(stateId: string): JournalEntry | null;
  /** Every sign-out that is remembered, the oldest first. */
  entries(): readonly JournalEntry[];
  /** Forgets a sign-out. */
  remove(stateId: string): void;
  /** Notes that this tab leaves for a remembered sign-out. */
  leave(stateId: string): void;
  /** The entry of the sign-out that this tab has left for, if it is remembered. */
  findOfThisTab(): JournalEntry | null;
  /** Notes that this tab is back, wherever it has been. */
  arrive(): void;
  /** Calls `listener` when another tab has changed something, until the result is called. */
  onChange(listener: () => void): () => void;
}

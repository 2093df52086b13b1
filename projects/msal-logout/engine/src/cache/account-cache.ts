import type { AccountIdentity, AccountInfo } from './account-info';

/** Who is to be cleared. */
export interface ClearTarget {
  readonly accounts: readonly AccountIdentity[];
  /** Whether these are all: what belongs to nobody known then goes too. */
  readonly everyone: boolean;
}

/**
 * What is known about a change: `silent-token`, a token has come without anybody doing anything; `sign-in`,
 * somebody signs in; `unknown`, only that something may have changed.
 */
export type CacheChange = 'silent-token' | 'sign-in' | 'unknown';

/**
 * Port to wherever signed-in accounts and their tokens are kept.
 *
 * An implementation must not navigate, prompt or emit events: those belong to the engine.
 */
export interface AccountCache {
  /** Whether all tabs have this one cache; else every tab has one of its own. */
  readonly isShared: boolean;

  /** Makes the cache readable as it is now; before that, the other members are not to be relied on. */
  initialize(): Promise<void>;

  /** The signed-in accounts, in no particular order; empty when signed out. */
  getAllAccounts(): readonly AccountInfo[];

  /**
   * Removes accounts and their tokens, and reads back that they are gone. One that is not there is no error.
   * @throws MsalLogoutError `cache_clear_failed` when anything is left afterwards.
   */
  clear(target: ClearTarget, correlationId: string): Promise<void>;

  /**
   * Removes what a list may still say of accounts that are gone: of two tabs that write one at the same moment, one
   * undoes what the other has done. Where more is there than that, somebody has signed in again, and it stays.
   */
  forget(accounts: readonly AccountIdentity[]): void;

  /** Calls `listener` whenever accounts may have changed, whoever changed them, until the result is called. */
  onChange(listener: (change: CacheChange) => void): () => void;
}

import type { LocalSignOut } from '../request/logout-result';
import type { AccountIdentity, AccountInfo } from './account-info';

/** Who is to be cleared. */
export interface ClearTarget {
  readonly accounts: readonly AccountIdentity[];
  /** Whether these are all: what belongs to nobody known then goes too. */
  readonly everyone: boolean;
}

/**
 * What a cache reports.
 *
 * - `changed`: accounts may have changed
 * - `sign-in-began`: this page leaves to sign in by redirect
 * - `signed-in`: an interactive sign-in has ended in this tab
 * - `request-began`: a token request without a person in front of it begins in this tab, for an account or, as by
 *   `ssoSilent`, for whoever has a session at the provider
 * - `request-ended`: it has brought a token of an account, or with `null` none
 */
export type CacheFact =
  | { readonly type: 'changed' | 'sign-in-began' }
  | { readonly type: 'signed-in'; readonly account: AccountIdentity }
  | {
      readonly type: 'request-began' | 'request-ended';
      readonly id: string;
      readonly account: AccountIdentity | null;
    };

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
   * @returns whether that is proven: not where the storage that tokens are kept in cannot be read
   * @throws MsalLogoutError `cache_clear_failed` when anything is left afterwards.
   */
  clear(target: ClearTarget, correlationId: string): Promise<LocalSignOut>;

  /**
   * Removes stale list entries of accounts that are gone. An account that has more in the cache has signed in again, and
   * stays.
   */
  removeStaleEntries(accounts: readonly AccountIdentity[]): void;

  /** Calls `listener` whenever accounts may have changed, whoever changed them, until the result is called. */
  onFact(listener: (fact: CacheFact) => void): () => void;
}

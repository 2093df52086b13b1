import type { AccountIdentity } from '../cache/account-info';

/**
 * What became of the session on the identity server.
 *
 * - `confirmed`: the provider came back with the state of this sign-out
 * - `unconfirmed`: the browser is back, but nothing proves that the session ended
 * - `skipped`: the application kept the page from leaving
 * - `failed`: the provider was not reached; `reason` says why
 * - `delegated`: another tab talks to the provider
 */
export type ServerSignOut = 'confirmed' | 'unconfirmed' | 'skipped' | 'failed' | 'delegated';

/** Why the server part of a sign-out did not come to a confirmed end. */
export type ServerSignOutReason =
  | 'popup_blocked'
  | 'popup_closed'
  | 'timed_out'
  | 'endpoint_unavailable'
  | 'no_end_session_endpoint'
  | 'navigation_failed'
  | 'went_back'
  | 'other_tab';

/** What became of the server part, and why. */
export interface ServerOutcome {
  /** What became of the session on the identity server. */
  readonly server: ServerSignOut;
  /** Why it did not come to a confirmed end, where there is something to say. */
  readonly reason?: ServerSignOutReason;
}

/** How a sign-out ended. There is one only when the local cache is proven to be clear. */
export interface LogoutResult extends ServerOutcome {
  /** The request's, or the one that it was given; the same as in the events. */
  readonly correlationId: string;
  /** Whom the sign-out was about. */
  readonly accounts: readonly AccountIdentity[];
  /** Always: there is an error in place of a result otherwise. */
  readonly local: 'cleared';
  /** The request's `state`, come back. */
  readonly state?: string;
}

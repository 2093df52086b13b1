import type { AccountIdentity } from '../cache/account-info';

/**
 * What became of the token cache in this browser.
 *
 * - `cleared`: nothing of the accounts is left, which was read back
 * - `unproven`: what could be reached is cleared, but the storage where tokens are kept cannot be read: site data is
 *   blocked, now or in this frame. Or a client that was made from a configuration cannot see the memory in which MSAL
 *   keeps them.
 */
export type LocalSignOut = 'cleared' | 'unproven';

/**
 * What became of the session on the identity server.
 *
 * - `confirmed`: the provider came back with the state of this sign-out
 * - `unconfirmed`: nothing proves the end: the browser is back without the state, the popup was closed or late, or the
 *   user went Back
 * - `skipped`: `clearCache`, or `onRedirectNavigate` kept the page
 * - `failed`: the browser did not get to the provider, or not in time; `reason` says why
 * - `delegated`: another tab talks to the provider
 * @see {@link https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RedirectionAfterLogout | RP-Initiated Logout 1.0, section 3}
 */
export type ServerSignOut = 'confirmed' | 'unconfirmed' | 'skipped' | 'failed' | 'delegated';

/**
 * Why the server part of a sign-out did not come to a confirmed end.
 *
 * - `popup_blocked`: the browser opened no popup
 * - `popup_closed`: the popup was closed before it came back
 * - `timed_out`: with `failed`, the page was not left within `redirectNavigationTimeout`; with `unconfirmed`, the popup
 *   was not back within `popupBridgeTimeout`
 * - `endpoint_unavailable`: the discovery document could not be read, or its end-session endpoint not be used
 * - `no_end_session_endpoint`: the discovery document names none
 * - `navigation_failed`: the navigation client kept the page or failed, or `onRedirectNavigate` threw
 * - `went_back`: the page had left, and the user went back to it
 * - `other_tab`: another tab talks to the provider about the same people, or has just done so
 */
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

/**
 * How a sign-out ended. When entries are left in the token cache, there is an error in its place.
 * @see {@link https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RedirectionAfterLogout | RP-Initiated Logout 1.0, section 3}
 */
export interface LogoutResult extends ServerOutcome {
  /** The request's, or the one that it was given; the same as in the events. */
  readonly correlationId: string;
  /** Whom the sign-out was about. */
  readonly accounts: readonly AccountIdentity[];
  /** Whether the token cache is proven to be clear. */
  readonly local: LocalSignOut;
  /** The request's `state`, come back; only when the provider has confirmed. */
  readonly state?: string;
}

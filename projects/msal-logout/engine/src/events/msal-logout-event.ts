import type { AccountIdentity } from '../cache/account-info';
import type { MsalLogoutError } from '../errors/msal-logout-error';
import type { LocalSignOut, ServerSignOut, ServerSignOutReason } from '../request/logout-result';
import type { EventType, InteractionType } from './event-type';

interface LogoutEvent<T extends EventType> {
  /** Tells the events apart. */
  readonly eventType: T;
  /** How the sign-out talks to the server; `none` for what no sign-out of this tab has done. */
  readonly interactionType: InteractionType;
  /** The sign-out it belongs to. */
  readonly correlationId: string;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
}

/** A sign-out has begun; nothing has been touched yet. */
export interface LogoutStartEvent extends LogoutEvent<typeof EventType.LOGOUT_START> {
  /** Who is about to be signed out. */
  readonly accounts: readonly AccountIdentity[];
}

/** Accounts are gone from the cache, whoever removed them. */
export interface AccountsClearedEvent extends LogoutEvent<typeof EventType.ACCOUNTS_CLEARED> {
  /** Who is gone. */
  readonly accounts: readonly AccountIdentity[];
  /** Who is still signed in. */
  readonly remaining: readonly AccountIdentity[];
  /** Who cleared them: this library here, this library in another tab, or anything else. */
  readonly origin: 'here' | 'other-tab' | 'elsewhere';
}

/** A token request that was under way brought back accounts that had been signed out; they are gone again. */
export interface AccountsClearedAgainEvent extends LogoutEvent<
  typeof EventType.ACCOUNTS_CLEARED_AGAIN
> {
  /** Who had come back. */
  readonly accounts: readonly AccountIdentity[];
}

/** The popup of a sign-out is about to leave for the provider. */
export interface PopupOpenedEvent extends LogoutEvent<typeof EventType.POPUP_OPENED> {
  /** The popup, still blank unless `navigatePopups` is off. */
  readonly popupWindow: Window;
}

/** The local sign-out is done, `local` says whether it is proven; a redirect leaves the page right after this. */
export interface LogoutSuccessEvent extends LogoutEvent<typeof EventType.LOGOUT_SUCCESS> {
  /** Whom the sign-out was about. */
  readonly accounts: readonly AccountIdentity[];
  /** Whether the token cache is proven to be clear. */
  readonly local: LocalSignOut;
  /** What became of the server's session; left out when the page leaves to find out. */
  readonly server?: ServerSignOut;
  /** Why the server part did not come to a confirmed end. */
  readonly reason?: ServerSignOutReason;
}

/** The local sign-out could not be done; the server was not asked. */
export interface LogoutFailureEvent extends LogoutEvent<typeof EventType.LOGOUT_FAILURE> {
  /** Always `cache_clear_failed`. */
  readonly error: MsalLogoutError;
}

/**
 * The provider came back with the state of a sign-out.
 * @see {@link https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RedirectionAfterLogout | RP-Initiated Logout 1.0, section 3}
 */
export type ServerSignOutConfirmedEvent = LogoutEvent<typeof EventType.SERVER_SIGN_OUT_CONFIRMED>;

/**
 * A sign-out of an earlier page or of another tab was cut off before the server had its part: the session there may
 * still live.
 */
export interface LogoutInterruptedEvent extends LogoutEvent<typeof EventType.LOGOUT_INTERRUPTED> {
  /** Whom it was about. */
  readonly accounts: readonly AccountIdentity[];
}

/** A sign-out has come to its end, whichever; on the page it returned to if it left. */
export type LogoutEndEvent = LogoutEvent<typeof EventType.LOGOUT_END>;

/**
 * Everything that is told about a sign-out, discriminated by `eventType`.
 *
 * In order, each once: `LOGOUT_START`, `ACCOUNTS_CLEARED` (if there were any), `POPUP_OPENED` (if one was),
 * `LOGOUT_SUCCESS` or `LOGOUT_FAILURE`, `SERVER_SIGN_OUT_CONFIRMED` (if it was), `LOGOUT_END`. `ACCOUNTS_CLEARED` comes
 * alone when somebody else removed accounts, and `ACCOUNTS_CLEARED_AGAIN` at any time afterwards. `LOGOUT_INTERRUPTED`
 * tells of an earlier page or another tab. Events carry neither tokens nor names.
 */
export type MsalLogoutEvent =
  | LogoutStartEvent
  | AccountsClearedEvent
  | AccountsClearedAgainEvent
  | PopupOpenedEvent
  | LogoutSuccessEvent
  | LogoutFailureEvent
  | ServerSignOutConfirmedEvent
  | LogoutEndEvent
  | LogoutInterruptedEvent;

/** The member of {@link MsalLogoutEvent} with the given `eventType`. */
export type EventOf<T extends EventType> = Extract<MsalLogoutEvent, LogoutEvent<T>>;

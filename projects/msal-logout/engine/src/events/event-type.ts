/** The types of event; where MSAL has one of the same meaning, its value. */
export const EventType = {
  /** A sign-out begins; nothing has been cleared. See `LogoutStartEvent`. */
  LOGOUT_START: 'msal:logoutStart',
  /** The local sign-out is proven. See `LogoutSuccessEvent`. */
  LOGOUT_SUCCESS: 'msal:logoutSuccess',
  /** The local sign-out could not be done. See `LogoutFailureEvent`. */
  LOGOUT_FAILURE: 'msal:logoutFailure',
  /** A sign-out is over, however it went. See `LogoutEndEvent`. */
  LOGOUT_END: 'msal:logoutEnd',
  /** A popup is about to leave for the provider. See `PopupOpenedEvent`. */
  POPUP_OPENED: 'msal:popupOpened',
  /** Accounts are gone, whoever removed them. See `AccountsClearedEvent`. */
  ACCOUNTS_CLEARED: 'msal:accountsCleared',
  /** A token request had brought accounts back. See `AccountsClearedAgainEvent`. */
  ACCOUNTS_CLEARED_AGAIN: 'msal:accountsClearedAgain',
  /** The provider came back with the state. See `ServerSignOutConfirmedEvent`. */
  SERVER_SIGN_OUT_CONFIRMED: 'msal:serverSignOutConfirmed',
  /** A sign-out of an earlier page or another tab was cut off. See `LogoutInterruptedEvent`. */
  LOGOUT_INTERRUPTED: 'msal:logoutInterrupted',
} as const;

/** A value of {@link EventType}. */
export type EventType = (typeof EventType)[keyof typeof EventType];

/** How a sign-out talks to the server; MSAL's values. */
export const InteractionType = {
  /** The page leaves for the provider. */
  Redirect: 'redirect',
  /** A popup goes there. */
  Popup: 'popup',
  /** The provider is not asked; also for what no sign-out of this tab has done. */
  None: 'none',
} as const;

/** A value of {@link InteractionType}. */
export type InteractionType = (typeof InteractionType)[keyof typeof InteractionType];

/** What the library is doing; MSAL's values. */
export const InteractionStatus = {
  /** The cache cannot be read yet. */
  Startup: 'startup',
  /** A sign-out runs. */
  Logout: 'logout',
  /** No sign-out runs. */
  None: 'none',
} as const;

/** A value of {@link InteractionStatus}. */
export type InteractionStatus = (typeof InteractionStatus)[keyof typeof InteractionStatus];

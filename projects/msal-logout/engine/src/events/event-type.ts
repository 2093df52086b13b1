/** The types of event; where MSAL has one of the same meaning, its value. */
export const EventType = {
  LOGOUT_START: 'msal:logoutStart',
  LOGOUT_SUCCESS: 'msal:logoutSuccess',
  LOGOUT_FAILURE: 'msal:logoutFailure',
  LOGOUT_END: 'msal:logoutEnd',
  POPUP_OPENED: 'msal:popupOpened',
  ACCOUNTS_CLEARED: 'msal:accountsCleared',
  ACCOUNTS_CLEARED_AGAIN: 'msal:accountsClearedAgain',
  SERVER_SIGN_OUT_CONFIRMED: 'msal:serverSignOutConfirmed',
  LOGOUT_INTERRUPTED: 'msal:logoutInterrupted',
} as const;

/** A value of {@link EventType}. */
export type EventType = (typeof EventType)[keyof typeof EventType];

/** How a sign-out talks to the server; MSAL's values. */
export const InteractionType = { Redirect: 'redirect', Popup: 'popup', None: 'none' } as const;

/** A value of {@link InteractionType}. */
export type InteractionType = (typeof InteractionType)[keyof typeof InteractionType];

/** What the library is doing; MSAL's values. */
export const InteractionStatus = { Startup: 'startup', Logout: 'logout', None: 'none' } as const;

/** A value of {@link InteractionStatus}. */
export type InteractionStatus = (typeof InteractionStatus)[keyof typeof InteractionStatus];

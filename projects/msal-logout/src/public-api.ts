export { MsalBroadcastService } from './lib/broadcast/msal-broadcast-service';
export { MsalLogoutService } from './lib/logout/msal-logout-service';
export type { MsalLogoutSource } from './lib/provide-msal-logout';
export { provideMsalLogout } from './lib/provide-msal-logout';

export {
  completeLogout,
  EventType,
  InteractionStatus,
  InteractionType,
  isMsalLogoutError,
  MsalLogoutError,
} from 'msal-logout/engine';
export type {
  AccountIdentity,
  AccountInfo,
  AccountsClearedEvent,
  EndSessionConfiguration,
  EndSessionRequest,
  EventOf,
  LogoutEndEvent,
  LogoutFailureEvent,
  LogoutResult,
  LogoutReturn,
  LogoutStartEvent,
  LogoutSuccessEvent,
  MsalInstance,
  MsalLogoutErrorCode,
  MsalLogoutEvent,
  NavigationClient,
  NavigationOptions,
  ServerOutcome,
  ServerSignOut,
  ServerSignOutReason,
  ServerSignOutConfirmedEvent,
} from 'msal-logout/engine';

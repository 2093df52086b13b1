/**
 * Signs people out of an Angular application that signs them in with MSAL.
 * @module msal-logout
 */
export { MsalBroadcastService } from './lib/broadcast/msal-broadcast-service';
export { END_SESSION_PARTS as ɵEND_SESSION_PARTS } from './lib/end-session-client';
export { msalLogoutInterceptor, SKIP_MSAL_LOGOUT } from './lib/http/msal-logout-interceptor';
export { withProtectedResources } from './lib/http/protected-resources';
export { MsalLogoutService } from './lib/logout/msal-logout-service';
export type { InterruptedLogoutOptions } from './lib/logout/interrupted-logout';
export { withInterruptedLogout } from './lib/logout/interrupted-logout';
export type { SignOutTask } from './lib/logout/sign-out-tasks';
export { withSignOutTasks } from './lib/logout/sign-out-tasks';
export type { MsalLogoutFeature, MsalLogoutFeatureKind } from './lib/msal-logout-feature';
export type { MsalLogoutSource } from './lib/msal-logout-source';
export { provideMsalLogout } from './lib/provide-msal-logout';
export { msalLogoutGuard } from './lib/routing/msal-logout-guard';
export { withSignedOutRoute } from './lib/routing/signed-out-route';
export type { TabSyncOptions } from './lib/tabs/tab-sync';
export { withoutTabSync, withTabSync } from './lib/tabs/tab-sync';
export { withEndSession } from './lib/with-end-session';

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
  AccountsClearedAgainEvent,
  AccountsClearedEvent,
  AzureCloudOptions,
  ClearCacheRequest,
  EndSessionConfiguration,
  EndSessionOverrides,
  EndSessionPopupRequest,
  EndSessionRequest,
  EventOf,
  InterruptedLogout,
  LocalSignOut,
  LoggerOptions,
  LogoutEndEvent,
  LogoutInterruptedEvent,
  LogoutFailureEvent,
  LogoutResult,
  LogoutReturn,
  LogoutStartEvent,
  LogoutSuccessEvent,
  MsalEventMessage,
  MsalInstance,
  MsalLogoutErrorCode,
  MsalLogoutEvent,
  NavigationClient,
  NavigationOptions,
  PopupOpenedEvent,
  PopupPosition,
  PopupSize,
  PopupWindowAttributes,
  ServerOutcome,
  ServerSignOut,
  ServerSignOutReason,
  ServerSignOutConfirmedEvent,
  SignOutTaskContext,
} from 'msal-logout/engine';

/**
 * The same without Angular, with promises and callbacks.
 * @module msal-logout/engine
 */
export type { EndSessionClientOptions } from './create-end-session-client';
export { createEndSessionClient } from './create-end-session-client';
export type { EndSessionClient } from './end-session-client';

export type { AccountIdentity, AccountInfo, IdTokenClaims } from './cache/account-info';
export type { MsalEventMessage, MsalInstance } from './cache/msal-instance';
export type { AccountsListener } from './accounts/signed-in-accounts';

export type { MsalLogoutErrorCode } from './errors/msal-logout-error';
export { isMsalLogoutError, MsalLogoutError } from './errors/msal-logout-error';

export type { EventCallback } from './events/event-hub';
export { EventType, InteractionStatus, InteractionType } from './events/event-type';
export type {
  AccountsClearedAgainEvent,
  AccountsClearedEvent,
  EventOf,
  LogoutEndEvent,
  LogoutInterruptedEvent,
  LogoutFailureEvent,
  LogoutStartEvent,
  LogoutSuccessEvent,
  MsalLogoutEvent,
  PopupOpenedEvent,
  ServerSignOutConfirmedEvent,
} from './events/msal-logout-event';

export type { InterruptedLogout } from './sign-outs/pending-sign-outs';

export type { LogoutReturn } from './interaction/logout-return';
export { completeLogout } from './interaction/logout-return';
export type { NavigationClient, NavigationOptions } from './interaction/navigation-client';

export type { PopupPosition, PopupSize, PopupWindowAttributes } from './interaction/popup-window';

export type { LoggerOptions } from './logger';

export type { ClearCacheRequest } from './request/clear-cache-request';
export type {
  AzureCloudOptions,
  EndSessionConfiguration,
  EndSessionOverrides,
} from './request/end-session-configuration';
export type { EndSessionPopupRequest } from './request/end-session-popup-request';
export type { EndSessionRequest } from './request/end-session-request';
export type {
  LocalSignOut,
  LogoutResult,
  ServerOutcome,
  ServerSignOut,
  ServerSignOutReason,
} from './request/logout-result';

export type { SignOutTask, SignOutTaskContext } from './tasks/sign-out-task';

// For `msal-logout`, which names its own function in the error.
export { sourceFault as ɵsourceFault } from './request/source-fault';

// For `msal-logout/testing`, whose fakes stand at these ports.
export type {
  AccountCache as ɵAccountCache,
  CacheFact as ɵCacheFact,
  ClearTarget as ɵClearTarget,
} from './cache/account-cache';
export {
  accountIdentity as ɵaccountIdentity,
  isSameAccount as ɵisSameAccount,
} from './cache/account-info';
export type { EndSessionFakes as ɵEndSessionFakes } from './end-session-parts';
export type {
  JournalEntry as ɵJournalEntry,
  LogoutJournal as ɵLogoutJournal,
} from './sign-outs/logout-journal';
export type { TabChannel as ɵTabChannel, TabMemory as ɵTabMemory } from './tabs/tab-channel';
export type { Note as ɵNote } from './tabs/note';
export { accountDigest as ɵaccountDigest } from './tabs/account-digest';
export { ALL_ACCOUNTS as ɵALL_ACCOUNTS } from './tabs/note';
export type { TabLock as ɵTabLock } from './tabs/tab-lock';

import {
  MsalLogoutEvent,
  InteractionStatus,
  AccountInfo,
  AccountsClearedEvent,
  EventType,
  EventOf,
  ɵEndSessionFakes as _EndSessionFakes,
  LogoutResult,
  InterruptedLogout,
  EndSessionRequest,
  EndSessionPopupRequest,
  ClearCacheRequest,
  SignOutTaskContext,
  MsalInstance,
  EndSessionConfiguration,
  EndSessionOverrides,
} from 'msal-logout/engine';
export {
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
  EventType,
  InteractionStatus,
  InteractionType,
  InterruptedLogout,
  LocalSignOut,
  LoggerOptions,
  LogoutEndEvent,
  LogoutFailureEvent,
  LogoutInterruptedEvent,
  LogoutResult,
  LogoutReturn,
  LogoutStartEvent,
  LogoutSuccessEvent,
  MsalEventMessage,
  MsalInstance,
  MsalLogoutError,
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
  ServerSignOutConfirmedEvent,
  ServerSignOutReason,
  SignOutTaskContext,
  completeLogout,
  isMsalLogoutError,
} from 'msal-logout/engine';
import { Observable, ObservableInput } from 'rxjs';
import * as i0 from '@angular/core';
import { InjectionToken, Provider, Signal, EnvironmentProviders } from '@angular/core';
import { HttpContextToken, HttpInterceptorFn } from '@angular/common/http';
import { CanActivateFn, CanMatchFn, GuardResult } from '@angular/router';
declare class MsalBroadcastService {
  #private;
  readonly events$: Observable<MsalLogoutEvent>;
  readonly inProgress$: Observable<InteractionStatus>;
  readonly accounts$: Observable<readonly AccountInfo[]>;
  readonly accountsCleared$: Observable<AccountsClearedEvent>;
  constructor();
  on<T extends EventType>(...types: readonly [T, ...T[]]): Observable<EventOf<T>>;
  static ɵfac: i0.ɵɵFactoryDeclaration<MsalBroadcastService, never>;
  static ɵprov: i0.ɵɵInjectableDeclaration<MsalBroadcastService>;
}
declare const END_SESSION_PARTS: InjectionToken<_EndSessionFakes>;
declare const SKIP_MSAL_LOGOUT: HttpContextToken<boolean>;
declare const msalLogoutInterceptor: HttpInterceptorFn;
interface MsalLogoutFeature<Kind extends MsalLogoutFeatureKind = MsalLogoutFeatureKind> {
  readonly ɵkind: Kind;
  readonly ɵproviders: readonly Provider[];
}
type MsalLogoutFeatureKind =
  | 'withEndSession'
  | 'withInterruptedLogout'
  | 'withProtectedResources'
  | 'withSignedOutRoute'
  | 'withSignOutTasks'
  | 'withTabSync';
declare function withProtectedResources(
  patterns: readonly (string | RegExp)[],
): MsalLogoutFeature<'withProtectedResources'>;
declare class MsalLogoutService {
  #private;
  readonly accounts: Signal<readonly AccountInfo[]>;
  readonly signedIn: Signal<boolean>;
  readonly inProgress: Signal<boolean>;
  readonly lastResult: Signal<LogoutResult | null>;
  readonly interrupted: Signal<InterruptedLogout | null>;
  constructor();
  logoutRedirect(request?: EndSessionRequest): Observable<LogoutResult>;
  logoutPopup(request?: EndSessionPopupRequest): Observable<LogoutResult>;
  clearCache(request?: ClearCacheRequest): Observable<LogoutResult>;
  resume(): Observable<LogoutResult>;
  dismiss(): void;
  static ɵfac: i0.ɵɵFactoryDeclaration<MsalLogoutService, never>;
  static ɵprov: i0.ɵɵInjectableDeclaration<MsalLogoutService>;
}
interface InterruptedLogoutOptions {
  readonly resume: 'ask' | 'auto';
}
declare function withInterruptedLogout(
  options: InterruptedLogoutOptions,
): MsalLogoutFeature<'withInterruptedLogout'>;
type SignOutTask = (signOut: SignOutTaskContext) => ObservableInput<unknown> | void;
declare function withSignOutTasks(
  ...tasks: readonly SignOutTask[]
): MsalLogoutFeature<'withSignOutTasks'>;
type MsalLogoutSource =
  MsalInstance | EndSessionConfiguration | (() => MsalInstance | EndSessionConfiguration);
declare function provideMsalLogout(
  source: MsalLogoutSource,
  ...features: readonly MsalLogoutFeature[]
): EnvironmentProviders;
declare const msalLogoutGuard: (
  ...[at]: Partial<Parameters<CanActivateFn>> | Partial<Parameters<CanMatchFn>>
) => Promise<GuardResult>;
declare function withSignedOutRoute(url: string): MsalLogoutFeature<'withSignedOutRoute'>;
interface TabSyncOptions {
  readonly channel?: string;
}
declare function withTabSync({ channel }?: TabSyncOptions): MsalLogoutFeature<'withTabSync'>;
declare function withoutTabSync(): MsalLogoutFeature<'withTabSync'>;
declare function withEndSession(
  overrides: EndSessionOverrides,
): MsalLogoutFeature<'withEndSession'>;
export {
  MsalBroadcastService,
  MsalLogoutService,
  SKIP_MSAL_LOGOUT,
  msalLogoutGuard,
  msalLogoutInterceptor,
  provideMsalLogout,
  withEndSession,
  withInterruptedLogout,
  withProtectedResources,
  withSignOutTasks,
  withSignedOutRoute,
  withTabSync,
  withoutTabSync,
  END_SESSION_PARTS as ɵEND_SESSION_PARTS,
};
export type {
  InterruptedLogoutOptions,
  MsalLogoutFeature,
  MsalLogoutFeatureKind,
  MsalLogoutSource,
  SignOutTask,
  TabSyncOptions,
};

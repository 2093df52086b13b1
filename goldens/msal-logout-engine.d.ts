interface NavigationOptions {
  readonly apiId: number;
  readonly timeout: number;
  readonly noHistory: boolean;
}
interface NavigationClient {
  navigateInternal(url: string, options: NavigationOptions): Promise<boolean>;
  navigateExternal(url: string, options: NavigationOptions): Promise<boolean>;
}
interface LoggerOptions {
  readonly loggerCallback?:
    ((level: number, message: string, containsPii: boolean) => void) | undefined;
  readonly logLevel?: number | undefined;
}
interface AzureCloudOptions {
  readonly azureCloudInstance: string;
  readonly tenant?: string | undefined;
}
interface EndSessionConfiguration {
  readonly auth: {
    readonly clientId: string;
    readonly authority?: string | undefined;
    readonly azureCloudOptions?: AzureCloudOptions | undefined;
    readonly authorityMetadata?: string | undefined;
    readonly protocolMode?: string | undefined;
    readonly postLogoutRedirectUri?: string | null | undefined;
    readonly onRedirectNavigate?: ((url: string) => boolean | void) | undefined;
  };
  readonly cache?:
    | {
        readonly cacheLocation?: string | undefined;
      }
    | undefined;
  readonly system?:
    | {
        readonly protocolMode?: string | undefined;
        readonly loggerOptions?: LoggerOptions | undefined;
        readonly navigationClient?: NavigationClient | undefined;
        readonly redirectNavigationTimeout?: number | undefined;
        readonly allowRedirectInIframe?: boolean | undefined;
        readonly navigatePopups?: boolean | undefined;
        readonly asyncPopups?: boolean | undefined;
        readonly popupBridgeTimeout?: number | undefined;
        readonly windowHashTimeout?: number | undefined;
        readonly signOutTaskTimeout?: number | undefined;
      }
    | undefined;
}
type EndSessionOverrides = {
  readonly [Section in keyof EndSessionConfiguration]?:
    Partial<NonNullable<EndSessionConfiguration[Section]>> | undefined;
};
type IdTokenClaims = {
  readonly login_hint?: string;
  readonly iat?: number;
};
interface AccountIdentity {
  readonly homeAccountId: string;
  readonly environment: string;
  readonly tenantId: string;
  readonly localAccountId: string;
}
interface AccountInfo {
  homeAccountId: string;
  environment: string;
  tenantId: string;
  username: string;
  localAccountId: string;
  name?: string;
  loginHint?: string;
  idTokenClaims?: IdTokenClaims;
}
declare function accountIdentity(account: AccountIdentity): AccountIdentity;
declare function isSameAccount(
  one: Pick<AccountIdentity, 'homeAccountId' | 'environment'>,
  other: Pick<AccountIdentity, 'homeAccountId' | 'environment'>,
): boolean;
interface ClearTarget {
  readonly accounts: readonly AccountIdentity[];
  readonly everyone: boolean;
}
type CacheChange = 'silent-token' | 'sign-in' | 'unknown';
interface AccountCache {
  readonly isShared: boolean;
  initialize(): Promise<void>;
  getAllAccounts(): readonly AccountInfo[];
  clear(target: ClearTarget, correlationId: string): Promise<void>;
  forget(accounts: readonly AccountIdentity[]): void;
  onChange(listener: (change: CacheChange) => void): () => void;
}
interface MsalInstance {
  getConfiguration(): EndSessionConfiguration;
  initialize(): Promise<void>;
  getAllAccounts(): AccountInfo[];
  getActiveAccount(): AccountInfo | null;
  setActiveAccount(account: AccountInfo | null): void;
  clearCache(request: { account: AccountInfo; correlationId: string }): Promise<void>;
  addEventCallback(callback: (message: MsalEventMessage) => void): string | null;
  removeEventCallback(callbackId: string): void;
}
interface MsalEventMessage {
  readonly eventType: string;
  readonly interactionType: string | null;
  readonly payload: unknown;
}
type MsalLogoutErrorCode =
  | 'cache_clear_failed'
  | 'configuration_missing'
  | 'interaction_in_progress'
  | 'invalid_redirect_uri'
  | 'invalid_request'
  | 'no_interrupted_logout'
  | 'not_in_browser'
  | 'redirect_in_iframe'
  | 'sign_out_task_failed'
  | 'signed_out';
declare class MsalLogoutError extends Error {
  readonly code: MsalLogoutErrorCode;
  readonly correlationId: string;
  readonly name = 'MsalLogoutError';
  constructor(code: MsalLogoutErrorCode, correlationId: string, detail?: string, cause?: unknown);
}
declare function isMsalLogoutError(
  error: unknown,
  code?: MsalLogoutErrorCode,
): error is MsalLogoutError;
type ServerSignOut = 'confirmed' | 'unconfirmed' | 'skipped' | 'failed' | 'delegated';
type ServerSignOutReason =
  | 'popup_blocked'
  | 'popup_closed'
  | 'timed_out'
  | 'endpoint_unavailable'
  | 'no_end_session_endpoint'
  | 'navigation_failed'
  | 'went_back'
  | 'other_tab';
interface ServerOutcome {
  readonly server: ServerSignOut;
  readonly reason?: ServerSignOutReason;
}
interface LogoutResult extends ServerOutcome {
  readonly correlationId: string;
  readonly accounts: readonly AccountIdentity[];
  readonly local: 'cleared';
  readonly state?: string;
}
declare const EventType: {
  readonly LOGOUT_START: 'msal:logoutStart';
  readonly LOGOUT_SUCCESS: 'msal:logoutSuccess';
  readonly LOGOUT_FAILURE: 'msal:logoutFailure';
  readonly LOGOUT_END: 'msal:logoutEnd';
  readonly POPUP_OPENED: 'msal:popupOpened';
  readonly ACCOUNTS_CLEARED: 'msal:accountsCleared';
  readonly ACCOUNTS_CLEARED_AGAIN: 'msal:accountsClearedAgain';
  readonly SERVER_SIGN_OUT_CONFIRMED: 'msal:serverSignOutConfirmed';
  readonly LOGOUT_INTERRUPTED: 'msal:logoutInterrupted';
};
type EventType = (typeof EventType)[keyof typeof EventType];
declare const InteractionType: {
  readonly Redirect: 'redirect';
  readonly Popup: 'popup';
  readonly None: 'none';
};
type InteractionType = (typeof InteractionType)[keyof typeof InteractionType];
declare const InteractionStatus: {
  readonly Startup: 'startup';
  readonly Logout: 'logout';
  readonly None: 'none';
};
type InteractionStatus = (typeof InteractionStatus)[keyof typeof InteractionStatus];
interface LogoutEvent<T extends EventType> {
  readonly eventType: T;
  readonly interactionType: InteractionType;
  readonly correlationId: string;
  readonly timestamp: number;
}
interface LogoutStartEvent extends LogoutEvent<typeof EventType.LOGOUT_START> {
  readonly accounts: readonly AccountIdentity[];
}
interface AccountsClearedEvent extends LogoutEvent<typeof EventType.ACCOUNTS_CLEARED> {
  readonly accounts: readonly AccountIdentity[];
  readonly remaining: readonly AccountIdentity[];
  readonly origin: 'here' | 'other-tab' | 'elsewhere';
}
interface AccountsClearedAgainEvent extends LogoutEvent<typeof EventType.ACCOUNTS_CLEARED_AGAIN> {
  readonly accounts: readonly AccountIdentity[];
}
interface PopupOpenedEvent extends LogoutEvent<typeof EventType.POPUP_OPENED> {
  readonly popupWindow: Window;
}
interface LogoutSuccessEvent extends LogoutEvent<typeof EventType.LOGOUT_SUCCESS> {
  readonly accounts: readonly AccountIdentity[];
  readonly server?: ServerSignOut;
  readonly reason?: ServerSignOutReason;
}
interface LogoutFailureEvent extends LogoutEvent<typeof EventType.LOGOUT_FAILURE> {
  readonly error: MsalLogoutError;
}
type ServerSignOutConfirmedEvent = LogoutEvent<typeof EventType.SERVER_SIGN_OUT_CONFIRMED>;
interface LogoutInterruptedEvent extends LogoutEvent<typeof EventType.LOGOUT_INTERRUPTED> {
  readonly accounts: readonly AccountIdentity[];
}
type LogoutEndEvent = LogoutEvent<typeof EventType.LOGOUT_END>;
type MsalLogoutEvent =
  | LogoutStartEvent
  | AccountsClearedEvent
  | AccountsClearedAgainEvent
  | PopupOpenedEvent
  | LogoutSuccessEvent
  | LogoutFailureEvent
  | ServerSignOutConfirmedEvent
  | LogoutEndEvent
  | LogoutInterruptedEvent;
type EventOf<T extends EventType> = Extract<MsalLogoutEvent, LogoutEvent<T>>;
type EventCallback = (event: MsalLogoutEvent) => void;
interface TabSignOut {
  readonly correlationId: string;
  readonly accounts: readonly AccountIdentity[];
  readonly everyone: boolean;
}
interface MissedSignOut {
  readonly correlationId: string;
  readonly at: number;
  readonly isAbout: (account: AccountIdentity) => boolean;
}
type TabMessage =
  | ({
      readonly type: 'signing-out' | 'signed-out';
    } & TabSignOut)
  | {
      readonly type: 'at-server' | 'signed-in';
      readonly accounts: readonly AccountIdentity[];
    };
interface TabChannel {
  send(message: TabMessage): void;
  missed(): readonly MissedSignOut[];
  listen(listener: (message: TabMessage) => void): void;
  close(): void;
}
type AccountsListener = (accounts: readonly AccountInfo[]) => void;
interface EndSessionRequest {
  readonly account?: AccountInfo | null | undefined;
  readonly authority?: string | undefined;
  readonly correlationId?: string | undefined;
  readonly extraQueryParameters?: Readonly<Record<string, string>> | undefined;
  readonly idTokenHint?: string | undefined;
  readonly logoutHint?: string | undefined;
  readonly postLogoutRedirectUri?: string | null | undefined;
  readonly state?: string | undefined;
  readonly onRedirectNavigate?: ((url: string) => boolean | void) | undefined;
}
interface JournalEntry {
  readonly stateId: string;
  readonly correlationId: string;
  readonly interactionType: InteractionType;
  readonly accounts: readonly AccountIdentity[];
  readonly authority: string;
  readonly logoutHint?: string | undefined;
  readonly postLogoutRedirectUri: string | null;
  readonly startedAt: number;
  readonly stage: 'begun' | 'cleared' | 'interrupted' | 'returned';
  readonly resumed: number;
}
interface LogoutJournal {
  write(entry: JournalEntry): boolean;
  find(stateId: string): JournalEntry | null;
  entries(): readonly JournalEntry[];
  remove(stateId: string): void;
  leave(stateId: string): void;
  findOfThisTab(): JournalEntry | null;
  arrive(): void;
  onChange(listener: () => void): () => void;
}
interface LogoutReturn {
  readonly interactionType: 'redirect' | 'popup';
  readonly isLate: boolean;
  readonly result: LogoutResult;
}
declare function completeLogout(): Promise<LogoutReturn | null>;
interface TabLock {
  take(name: string): Promise<(() => void) | null>;
  isTaken(name: string): Promise<boolean>;
}
interface InterruptedLogout {
  readonly correlationId: string;
  readonly accounts: readonly AccountIdentity[];
  readonly startedAt: number;
  readonly resumed: number;
}
type ClearCacheRequest = Pick<EndSessionRequest, 'account' | 'correlationId'>;
interface PopupWindowAttributes {
  readonly popupSize?: PopupSize | undefined;
  readonly popupPosition?: PopupPosition | undefined;
}
interface PopupSize {
  readonly width: number;
  readonly height: number;
}
interface PopupPosition {
  readonly left: number;
  readonly top: number;
}
interface EndSessionPopupRequest extends Omit<EndSessionRequest, 'onRedirectNavigate'> {
  readonly mainWindowRedirectUri?: string | undefined;
  readonly popupWindowAttributes?: PopupWindowAttributes | undefined;
  readonly popupWindowParent?: Window | undefined;
  readonly popupFallback?: 'redirect' | undefined;
}
declare class EndSessionClient {
  #private;
  get accounts(): readonly AccountInfo[];
  initialize(): Promise<void>;
  close(): void;
  addEventCallback(callback: EventCallback): () => void;
  addAccountsListener(listener: AccountsListener): () => void;
  logoutRedirect(request?: EndSessionRequest): Promise<LogoutResult>;
  logoutPopup(request?: EndSessionPopupRequest): Promise<LogoutResult>;
  clearCache(request?: ClearCacheRequest): Promise<LogoutResult>;
  get interrupted(): InterruptedLogout | null;
  addInterruptedListener(listener: () => void): () => void;
  resume(): Promise<LogoutResult>;
  dismiss(): Promise<void>;
  announceReturn({ interactionType, isLate, result }: LogoutReturn): void;
}
interface SignOutTaskContext {
  readonly correlationId: string;
  readonly interactionType: InteractionType;
  readonly accounts: readonly AccountInfo[];
}
type SignOutTask = (signOut: SignOutTaskContext) => unknown;
interface EndSessionParts {
  readonly cache: AccountCache;
  readonly journal: LogoutJournal;
  readonly tabs: TabChannel;
  readonly tabLock: TabLock;
  readonly tasks: readonly SignOutTask[];
  readonly ready: Promise<unknown>;
  readonly reportError: (error: unknown) => void;
}
interface EndSessionClientOptions {
  readonly endSession?: EndSessionOverrides | undefined;
  readonly navigation?: ((own: NavigationClient) => NavigationClient) | undefined;
  readonly tasks?: readonly SignOutTask[] | undefined;
  readonly tabSync?: string | false | undefined;
  readonly ready?: Promise<unknown> | undefined;
  readonly strictRequests?: boolean | undefined;
  readonly reportError?: ((error: unknown) => void) | undefined;
  readonly ɵparts?: Partial<EndSessionParts> | undefined;
}
declare function createEndSessionClient(
  source: MsalInstance | EndSessionConfiguration,
  {
    endSession,
    navigation,
    tasks,
    tabSync,
    ready,
    strictRequests,
    reportError,
    ɵparts,
  }?: EndSessionClientOptions,
): EndSessionClient;
declare function sourceFault(source: unknown, { auth }: EndSessionOverrides): string | null;
export {
  EndSessionClient,
  EventType,
  InteractionStatus,
  InteractionType,
  MsalLogoutError,
  completeLogout,
  createEndSessionClient,
  isMsalLogoutError,
  accountIdentity as ɵaccountIdentity,
  isSameAccount as ɵisSameAccount,
  sourceFault as ɵsourceFault,
};
export type {
  AccountIdentity,
  AccountInfo,
  AccountsClearedAgainEvent,
  AccountsClearedEvent,
  AccountsListener,
  AzureCloudOptions,
  ClearCacheRequest,
  EndSessionClientOptions,
  EndSessionConfiguration,
  EndSessionOverrides,
  EndSessionPopupRequest,
  EndSessionRequest,
  EventCallback,
  EventOf,
  IdTokenClaims,
  InterruptedLogout,
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
  SignOutTask,
  SignOutTaskContext,
  AccountCache as ɵAccountCache,
  CacheChange as ɵCacheChange,
  ClearTarget as ɵClearTarget,
  EndSessionParts as ɵEndSessionParts,
  JournalEntry as ɵJournalEntry,
  LogoutJournal as ɵLogoutJournal,
  MissedSignOut as ɵMissedSignOut,
  TabChannel as ɵTabChannel,
  TabLock as ɵTabLock,
  TabMessage as ɵTabMessage,
};

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
        readonly temporaryCacheLocation?: string | undefined;
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
type LocalSignOut = 'cleared' | 'unproven';
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
  readonly local: LocalSignOut;
  readonly state?: string;
}
interface ClearTarget {
  readonly accounts: readonly AccountIdentity[];
  readonly everyone: boolean;
}
type CacheFact =
  | {
      readonly type: 'changed' | 'sign-in-began';
    }
  | {
      readonly type: 'signed-in';
      readonly account: AccountIdentity;
    }
  | {
      readonly type: 'request-began' | 'request-ended';
      readonly id: string;
      readonly account: AccountIdentity | null;
    };
interface AccountCache {
  readonly isShared: boolean;
  initialize(): Promise<void>;
  getAllAccounts(): readonly AccountInfo[];
  clear(target: ClearTarget, correlationId: string): Promise<LocalSignOut>;
  removeStaleEntries(accounts: readonly AccountIdentity[]): void;
  onFact(listener: (fact: CacheFact) => void): () => void;
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
  readonly correlationId?: string | undefined;
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
  readonly local: LocalSignOut;
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
type SignOutStage = 'begun' | 'cleared' | 'asking' | 'away' | 'gone' | 'interrupted' | 'settled';
interface JournalEntry {
  readonly stateId: string;
  readonly clientId: string;
  readonly correlationId: string;
  readonly interactionType: InteractionType;
  readonly accounts: readonly AccountIdentity[];
  readonly authority: string;
  readonly logoutHint?: string | undefined;
  readonly postLogoutRedirectUri: string | null;
  readonly order: number;
  readonly startedAt: number;
  readonly leftAt?: number | undefined;
  readonly stage: SignOutStage;
  readonly local?: LocalSignOut | undefined;
  readonly resumed: number;
}
interface LogoutJournal {
  write(entry: JournalEntry): boolean;
  find(stateId: string): JournalEntry | null;
  entries(): readonly JournalEntry[];
  remove(stateId: string): void;
  markTab(stateId: string): void;
  entryOfThisTab(): JournalEntry | null;
  unmarkTab(): void;
  onChange(listener: () => void): () => void;
}
declare const ALL_ACCOUNTS = '*';
declare const NOTE_TYPES: readonly ['signed-out', 'signed-in', 'returned', 'dismissed'];
interface Note {
  readonly type: (typeof NOTE_TYPES)[number];
  readonly id: string;
  readonly about: readonly string[];
  readonly order: number;
  readonly correlationId: string;
  readonly group: string;
  readonly at: number;
}
interface OwnCopy {
  readonly account: string;
  readonly since: number;
  readonly token: string;
}
interface TabMemory {
  readonly copies: readonly OwnCopy[];
  readonly isSigningIn: boolean;
}
interface TabChannel {
  notes(): readonly Note[];
  send(note: Note): void;
  recall(): TabMemory;
  remember(memory: TabMemory): void;
  listen(listener: () => void): () => void;
}
type AccountsListener = (accounts: readonly AccountInfo[]) => void;
interface LogoutReturn {
  readonly interactionType: 'redirect' | 'popup';
  readonly isLate: boolean;
  readonly result: LogoutResult;
}
declare function completeLogout(): Promise<LogoutReturn | null>;
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
interface TabLock {
  take(name: string, conflicts?: (held: string) => boolean): Promise<(() => void) | null>;
  held(): Promise<readonly string[]>;
}
interface InterruptedLogout {
  readonly correlationId: string;
  readonly accounts: readonly AccountIdentity[];
  readonly startedAt: number;
  readonly resumed: number;
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
declare class SignInPopup {
  #private;
  constructor(instance: MsalInstance | null);
  get isGone(): boolean;
  start(): void;
  stop(): void;
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
  readonly signInPopup: SignInPopup;
  readonly tasks: readonly SignOutTask[];
  readonly ready: Promise<unknown>;
  readonly reportError: (error: unknown) => void;
}
type EndSessionFakes = Partial<Omit<EndSessionParts, 'tabs'>> & {
  readonly tabs?: (name: string | null) => TabChannel;
};
interface EndSessionClientOptions {
  readonly endSession?: EndSessionOverrides | undefined;
  readonly navigation?: ((own: NavigationClient) => NavigationClient) | undefined;
  readonly tasks?: readonly SignOutTask[] | undefined;
  readonly tabSync?: string | false | undefined;
  readonly ready?: Promise<unknown> | undefined;
  readonly strictRequests?: boolean | undefined;
  readonly reportError?: ((error: unknown) => void) | undefined;
  readonly ɵparts?: EndSessionFakes | undefined;
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
declare function accountDigest(
  account: Pick<AccountIdentity, 'homeAccountId' | 'environment'>,
): string;
export {
  EndSessionClient,
  EventType,
  InteractionStatus,
  InteractionType,
  MsalLogoutError,
  completeLogout,
  createEndSessionClient,
  isMsalLogoutError,
  ALL_ACCOUNTS as ɵALL_ACCOUNTS,
  accountDigest as ɵaccountDigest,
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
  CacheFact as ɵCacheFact,
  ClearTarget as ɵClearTarget,
  EndSessionFakes as ɵEndSessionFakes,
  JournalEntry as ɵJournalEntry,
  LogoutJournal as ɵLogoutJournal,
  Note as ɵNote,
  TabChannel as ɵTabChannel,
  TabLock as ɵTabLock,
  TabMemory as ɵTabMemory,
};

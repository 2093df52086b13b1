import type { EndSessionConfiguration } from '../request/end-session-configuration';
import type { CacheChange } from './account-cache';
import type { AccountInfo } from './account-info';

/**
 * The public members of MSAL's `PublicClientApplication` that a sign-out needs.
 *
 * Structural on purpose: `@azure/msal-browser` 3, 4 and 5 all fit, and none has to be installed.
 */
export interface MsalInstance {
  /** What sign-outs are configured with, unless something else overrides it. */
  getConfiguration(): EndSessionConfiguration;
  /** Called once, before the cache is read; MSAL does nothing the second time. */
  initialize(): Promise<void>;
  /** Who is signed in. */
  getAllAccounts(): AccountInfo[];
  /** The account that MSAL takes when none is named. */
  getActiveAccount(): AccountInfo | null;
  /** Unset, with `null`, when the active account is signed out. */
  setActiveAccount(account: AccountInfo | null): void;
  /** Has MSAL drop of one account what only MSAL can reach: what it holds in memory, and the keys of bound tokens. */
  clearCache(request: { account: AccountInfo; correlationId: string }): Promise<void>;
  /** Hears of sign-ins and of accounts that others remove; gives an id back. */
  addEventCallback(callback: (message: MsalEventMessage) => void): string | null;
  /** Ends that, by the id. */
  removeEventCallback(callbackId: string): void;
}

/** The part of MSAL's `EventMessage` that tells a sign-in from everything else. */
export interface MsalEventMessage {
  /** A value of MSAL's `EventType`, of any major. */
  readonly eventType: string;
  /** `silent` for what happens without the user. */
  readonly interactionType: string | null;
  /** Only looked at for the account of a token request. */
  readonly payload: unknown;
}

/** Whether `source` is a live MSAL instance rather than a configuration. */
export function isMsalInstance(source: object): source is MsalInstance {
  return 'getAllAccounts' in source && typeof source.getAllAccounts === 'function';
}

/** What an event of MSAL says about the cache. */
export function changeToldBy({
  eventType,
  interactionType,
  payload,
}: MsalEventMessage): CacheChange {
  const isSilent = interactionType === 'silent';
  switch (eventType) {
    case 'msal:loginStart':
    case 'msal:ssoSilentStart':
      return 'sign-in';
    case 'msal:acquireTokenStart':
      // Without an account, as in MSAL 5's `ssoSilent`, the application asks who there is to sign in.
      return isSilent && hasAccount(payload) ? 'unknown' : 'sign-in';
    case 'msal:loginSuccess':
    case 'msal:acquireTokenSuccess':
      return isSilent ? 'silent-token' : 'sign-in';
    default:
      return 'unknown';
  }
}

function hasAccount(payload: unknown): boolean {
  return (
    typeof payload === 'object' && payload !== null && 'account' in payload && !!payload.account
  );
}

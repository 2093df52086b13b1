import type { EndSessionConfiguration } from '../request/end-session-configuration';
import type { CacheChange } from './account-cache';
import type { AccountInfo } from './account-info';

/**
 * The public members of MSAL's `PublicClientApplication` that a sign-out needs.
 *
 * Structural on purpose: `@azure/msal-browser` 3, 4 and 5 all fit, and none has to be installed.
 */
export interface MsalInstance {
  getConfiguration(): EndSessionConfiguration;
  initialize(): Promise<void>;
  getAllAccounts(): AccountInfo[];
  getActiveAccount(): AccountInfo | null;
  setActiveAccount(account: AccountInfo | null): void;
  clearCache(request: { account: AccountInfo; correlationId: string }): Promise<void>;
  addEventCallback(callback: (message: MsalEventMessage) => void): string | null;
  removeEventCallback(callbackId: string): void;
}

/** The part of MSAL's `EventMessage` that tells a sign-in from everything else. */
export interface MsalEventMessage {
  readonly eventType: string;
  readonly interactionType: string | null;
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

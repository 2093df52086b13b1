import type { EndSessionConfiguration } from '../request/end-session-configuration';
import type { CacheFact } from './account-cache';
import type { AccountIdentity, AccountInfo } from './account-info';
import { isAccountIdentity } from './account-info';

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
  /** Only looked at for the account and the correlation id of a token request. */
  readonly payload: unknown;
  /** Of the request; MSAL 3 and 4 have it in the payload. */
  readonly correlationId?: string | undefined;
}

/** Whether `source` is a live MSAL instance rather than a configuration. */
export function isMsalInstance(source: object): source is MsalInstance {
  return 'getAllAccounts' in source && typeof source.getAllAccounts === 'function';
}

/**
 * What an event of MSAL says about the cache.
 * @param message the event
 * @param options of the major of MSAL
 * @param options.emitsLoginOfOtherTabs whether `loginSuccess` is also emitted for the sign-ins of other tabs, as by MSAL 5; each
 * tab reports its own
 */
export function factIn(
  message: MsalEventMessage,
  options: { readonly emitsLoginOfOtherTabs: boolean },
): CacheFact {
  const { eventType, interactionType, payload, correlationId } = message;
  const account = accountIn(payload);
  const id = correlationId ?? textIn(payload, 'correlationId') ?? '';
  const isSilent = interactionType === 'silent';
  switch (eventType) {
    case 'msal:loginStart':
      return interactionType === 'redirect' ? { type: 'sign-in-began' } : CHANGED;
    case 'msal:acquireTokenStart':
      if (interactionType === 'redirect') return { type: 'sign-in-began' };
      return isSilent ? { type: 'request-began', id, account } : CHANGED;
    // `acquireTokenSilent` names here the account that it has taken because none was named; `ssoSilent` does not emit it.
    case 'msal:acquireTokenFromNetworkStart':
      return account ? { type: 'request-began', id, account } : CHANGED;
    case 'msal:ssoSilentStart':
    case 'msal:acquireTokenByCodeStart':
      return { type: 'request-began', id, account: null };
    case 'msal:acquireTokenSuccess':
    case 'msal:ssoSilentSuccess':
    case 'msal:acquireTokenByCodeSuccess': {
      // A token out of the cache brings nothing into it.
      const brought = memberOf(payload, 'fromCache') === true ? null : account;
      if (isSilent) return { type: 'request-ended', id, account: brought };
      return account ? { type: 'signed-in', account } : CHANGED;
    }
    case 'msal:acquireTokenFailure':
    case 'msal:ssoSilentFailure':
    case 'msal:acquireTokenByCodeFailure':
      return isSilent ? { type: 'request-ended', id, account: null } : CHANGED;
    case 'msal:loginSuccess':
      return account && !options.emitsLoginOfOtherTabs ? { type: 'signed-in', account } : CHANGED;
    default:
      return CHANGED;
  }
}

const CHANGED = { type: 'changed' } as const;

/** The account that a request is for, or that its result is of. */
function accountIn(payload: unknown): AccountIdentity | null {
  const account = memberOf(payload, 'account');
  return isAccountIdentity(account) ? account : null;
}

function textIn(payload: unknown, member: string): string | null {
  const text = memberOf(payload, member);
  return typeof text === 'string' ? text : null;
}

function memberOf(payload: unknown, member: string): unknown {
  if (typeof payload !== 'object' || payload === null) return null;
  return (payload as Readonly<Record<string, unknown>>)[member];
}

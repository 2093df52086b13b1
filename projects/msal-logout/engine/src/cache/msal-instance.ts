import type { EndSessionConfiguration } from '../request/end-session-configuration';
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
  addEventCallback(callback: () => void): string | null;
  removeEventCallback(callbackId: string): void;
}

/** Whether `source` is a live MSAL instance rather than a configuration. */
export function isMsalInstance(source: object): source is MsalInstance {
  return 'getAllAccounts' in source && typeof source.getAllAccounts === 'function';
}

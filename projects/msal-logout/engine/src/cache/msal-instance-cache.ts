import { MsalLogoutError } from '../errors/msal-logout-error';
import type { AccountCache } from './account-cache';
import type { AccountIdentity, AccountInfo } from './account-info';
import { isSameAccount } from './account-info';
import type { MsalInstance } from './msal-instance';

/** The cache of a live MSAL instance, through its public API. */
export class MsalInstanceCache implements AccountCache {
  readonly #instance: MsalInstance;

  constructor(instance: MsalInstance) {
    this.#instance = instance;
  }

  initialize(): Promise<void> {
    return this.#instance.initialize();
  }

  getAllAccounts(): readonly AccountInfo[] {
    return this.#instance.getAllAccounts();
  }

  async clear(accounts: readonly AccountIdentity[], correlationId: string): Promise<void> {
    const named = ({ homeAccountId, environment }: AccountInfo): boolean =>
      accounts.some((account) => isSameAccount(account, { homeAccountId, environment }));

    for (const account of this.getAllAccounts().filter(named)) {
      await this.#instance.clearCache({ account, correlationId });
    }
    const active = this.#instance.getActiveAccount();
    if (active && named(active)) this.#instance.setActiveAccount(null);

    const left = this.getAllAccounts().filter(named).length;
    if (left > 0) {
      throw new MsalLogoutError('cache_clear_failed', correlationId, `Accounts left: ${left}.`);
    }
  }

  onChange(listener: () => void): () => void {
    const callbackId = this.#instance.addEventCallback(listener);
    return () => {
      if (callbackId !== null) this.#instance.removeEventCallback(callbackId);
    };
  }
}

import type {
  AccountIdentity,
  AccountInfo,
  ɵAccountCache as AccountCache,
  ɵCacheChange as CacheChange,
  ɵClearTarget as ClearTarget,
} from 'msal-logout/engine';
import { MsalLogoutError, ɵisSameAccount as isSameAccount } from 'msal-logout/engine';

/** An account cache in memory. */
export class FakeAccountCache implements AccountCache {
  readonly #listeners = new Set<(change: CacheChange) => void>();
  #accounts: readonly AccountInfo[];
  isShared = false;
  /** Set to have the cache refuse to remove anything. */
  stuck = false;
  /** Whose names were last taken off lists that another tab may have written. */
  forgotten: readonly AccountIdentity[] = [];

  constructor(accounts: readonly AccountInfo[]) {
    this.#accounts = accounts;
  }

  initialize(): Promise<void> {
    return Promise.resolve();
  }

  getAllAccounts(): readonly AccountInfo[] {
    return this.#accounts;
  }

  async clear({ accounts }: ClearTarget, correlationId: string): Promise<void> {
    await Promise.resolve();
    if (this.stuck) throw new MsalLogoutError('cache_clear_failed', correlationId);
    this.replace(this.#accounts.filter((kept) => !accounts.some((it) => isSameAccount(it, kept))));
  }

  forget(accounts: readonly AccountIdentity[]): void {
    this.forgotten = accounts;
  }

  onChange(listener: (change: CacheChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Somebody else changes who is signed in. */
  replace(accounts: readonly AccountInfo[], change: CacheChange = 'unknown'): void {
    this.#accounts = accounts;
    for (const listener of this.#listeners) listener(change);
  }
}

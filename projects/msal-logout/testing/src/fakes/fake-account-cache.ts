import type {
  AccountIdentity,
  AccountInfo,
  LocalSignOut,
  ɵAccountCache as AccountCache,
  ɵCacheFact as CacheFact,
  ɵClearTarget as ClearTarget,
} from 'msal-logout/engine';
import { MsalLogoutError, ɵisSameAccount as isSameAccount } from 'msal-logout/engine';

/** An account cache in memory. */
export class FakeAccountCache implements AccountCache {
  readonly #listeners = new Set<(fact: CacheFact) => void>();
  #accounts: readonly AccountInfo[];
  isShared = false;
  /** Set to let the cache refuse to remove anything. */
  stuck = false;
  /** Whether the cache can be read after it was cleared. */
  proof: LocalSignOut = 'cleared';
  /** The accounts whose stale list entries were last removed. */
  staleEntriesOf: readonly AccountIdentity[] = [];

  constructor(accounts: readonly AccountInfo[]) {
    this.#accounts = accounts;
  }

  initialize(): Promise<void> {
    return Promise.resolve();
  }

  getAllAccounts(): readonly AccountInfo[] {
    return this.#accounts;
  }

  async clear({ accounts }: ClearTarget, correlationId: string): Promise<LocalSignOut> {
    await Promise.resolve();
    if (this.stuck) throw new MsalLogoutError('cache_clear_failed', correlationId);
    this.change(this.#accounts.filter((kept) => !accounts.some((it) => isSameAccount(it, kept))));
    return this.proof;
  }

  removeStaleEntries(accounts: readonly AccountIdentity[]): void {
    this.staleEntriesOf = accounts;
  }

  onFact(listener: (fact: CacheFact) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The cache changes, and reports it as `facts`. */
  change(accounts: readonly AccountInfo[], ...facts: readonly CacheFact[]): void {
    this.#accounts = accounts;
    for (const fact of facts.length > 0 ? facts : [{ type: 'changed' } as const]) {
      for (const listener of this.#listeners) listener(fact);
    }
  }

  /** An account signs in, by an interactive sign-in of this tab. */
  signIn(account: AccountInfo): void {
    this.change([...this.#accounts, account], { type: 'signed-in', account });
  }

  /** A token request begins in this tab: for an account, or for whoever has a session at the provider. */
  beginRequest(id: string, account: AccountInfo | null): void {
    this.change(this.#accounts, { type: 'request-began', id, account });
  }

  /** A token request ends, and writes the account that it has brought a token of. */
  endRequest(id: string, account: AccountInfo): void {
    const others = this.#accounts.filter((it) => !isSameAccount(it, account));
    this.change([...others, account], { type: 'request-ended', id, account });
  }
}

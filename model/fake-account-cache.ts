/** MSAL's cache as the engine sees it, and what MSAL does with it: accounts are keys in the simulated storage, or in memory. */
import type {
  AccountCache,
  CacheFact,
  ClearTarget,
} from '../projects/msal-logout/engine/src/cache/account-cache';
import type {
  AccountIdentity,
  AccountInfo,
} from '../projects/msal-logout/engine/src/cache/account-info';
import { isSameAccount } from '../projects/msal-logout/engine/src/cache/account-info';
import { onPageShown } from '../projects/msal-logout/engine/src/cache/page-shown';
import { MsalLogoutError } from '../projects/msal-logout/engine/src/errors/msal-logout-error';
import type { StorageArea } from './browser/storage-area';

/** Where accounts are kept. */
export type CacheLocation = 'localStorage' | 'sessionStorage' | 'memoryStorage';

/** Neither "msal" nor a client id: keys with these are others' business. */
const PREFIX = 'account.';

/** The `AccountCache` of one page. Its verbs are what MSAL does; each writes and tells in one task. */
export class FakeAccountCache implements AccountCache {
  readonly isShared: boolean;
  readonly #area: Pick<StorageArea, 'getItem' | 'setItem' | 'removeItem'>;
  readonly #keys: () => readonly string[];
  readonly #listeners = new Set<(fact: CacheFact) => void>();

  /** Made while its page runs. */
  constructor(location: CacheLocation, localStorage: StorageArea, sessionStorage: StorageArea) {
    this.isShared = location === 'localStorage';
    const memory = new Map<string, string>();
    if (location === 'memoryStorage') {
      this.#area = {
        getItem: (key) => memory.get(key) ?? null,
        setItem: (key, value) => void memory.set(key, value),
        removeItem: (key) => void memory.delete(key),
      };
      this.#keys = () => [...memory.keys()];
    } else {
      const area = this.isShared ? localStorage : sessionStorage;
      this.#area = area;
      this.#keys = () => Object.keys(area);
    }
  }

  initialize(): Promise<void> {
    return Promise.resolve();
  }

  getAllAccounts(): readonly AccountInfo[] {
    return this.#keys()
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => JSON.parse(this.#area.getItem(key) ?? '{}') as AccountInfo);
  }

  async clear({ accounts, everyone }: ClearTarget, correlationId: string): Promise<'cleared'> {
    await Promise.resolve();
    const isTarget = (account: AccountInfo): boolean =>
      everyone || accounts.some((target) => isSameAccount(target, account));
    for (const account of this.getAllAccounts().filter(isTarget)) {
      this.#area.removeItem(keyOf(account));
    }
    if (!this.getAllAccounts().some(isTarget)) return 'cleared';
    throw new MsalLogoutError('cache_clear_failed', correlationId);
  }

  removeStaleEntries(): void {
    // An account is one key here: there is no list that could still name it.
  }

  onFact(listener: (fact: CacheFact) => void): () => void {
    this.#listeners.add(listener);
    const hear = ({ key }: StorageEvent): void => {
      if (key?.startsWith(PREFIX)) listener({ type: 'changed' });
    };
    if (this.isShared) window.addEventListener('storage', hear);
    const stop = onPageShown(() => listener({ type: 'changed' }));
    return () => {
      this.#listeners.delete(listener);
      window.removeEventListener('storage', hear);
      stop();
    };
  }

  /** Somebody has typed her password: by redirect, on the page that it returns to, or by popup. */
  endInteractiveSignIn(account: AccountInfo): void {
    this.#add(account);
    this.#tell({ type: 'signed-in', account });
  }

  /** A request without a person in front of it: for an account, or by `ssoSilent` for whoever has a session. */
  beginRequest(id: string, account: AccountInfo | null): void {
    this.#tell({ type: 'request-began', id, account });
  }

  /** The answer has come: MSAL writes the account anew, with its tokens, whatever was signed out meanwhile. */
  endRequest(id: string, account: AccountInfo): void {
    this.#add(account);
    this.#tell({ type: 'request-ended', id, account });
  }

  #add(account: AccountInfo): void {
    this.#area.setItem(keyOf(account), JSON.stringify(account));
  }

  #tell(fact: CacheFact): void {
    for (const listener of this.#listeners) listener(fact);
  }
}

function keyOf({ homeAccountId }: AccountIdentity): string {
  return `${PREFIX}${homeAccountId}`;
}

/** The ids of the accounts in a storage. */
export function accountsIn(keys: Iterable<string>): readonly string[] {
  return [...keys].filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
}

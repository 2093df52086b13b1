import { attempt } from '../attempt';
import { MsalLogoutError } from '../errors/msal-logout-error';
import type { AccountCache, CacheChange, ClearTarget } from './account-cache';
import type { AccountIdentity, AccountInfo } from './account-info';
import { isSameAccount } from './account-info';
import type { MsalInstance } from './msal-instance';
import { MsalCacheChannel } from './msal-cache-channel';
import { changeToldBy } from './msal-instance';
import { onPageShown } from './page-shown';
import { WebStorageCache } from './web-storage-cache';
import type { Sweeps } from './web-storages';
import {
  assertSwept,
  keysOf,
  planSweeps,
  sweepMentions,
  sweepWebStorages,
  webStorages,
} from './web-storages';

const BOUND_TOKEN = /[-|]accesstoken_with_authscheme[-|]/;

/**
 * The cache of a live MSAL instance: its Web Storage, and what it holds in memory.
 *
 * A localStorage that tabs share is read without the instance. MSAL 5 strikes an account off the shared list when it is
 * asked before it has decrypted what another tab has just written: asking would undo the sign-in of that tab.
 */
export class MsalInstanceCache implements AccountCache {
  readonly #instance: MsalInstance;
  readonly #clientId: string;
  readonly #channel = new MsalCacheChannel();
  readonly #shared: WebStorageCache | null;
  /**
   * Whether the instance may list what is in no Web Storage; with sessionStorage, only where it has none. Of a shared
   * localStorage it has copies, but lists by what is there, and drops them when it is told.
   */
  readonly #hasCopies: boolean;

  constructor(instance: MsalInstance) {
    this.#instance = instance;
    const { auth, cache } = instance.getConfiguration();
    const { clientId } = auth;
    const cacheLocation = cache?.cacheLocation;
    this.#clientId = clientId;
    this.#shared =
      cacheLocation === 'localStorage' && canShare()
        ? new WebStorageCache({ clientId, cacheLocation }, this.#channel)
        : null;
    this.#hasCopies = cacheLocation !== 'sessionStorage' && !this.#shared;
  }

  get isShared(): boolean {
    return this.#shared !== null;
  }

  async initialize(): Promise<void> {
    await this.#instance.initialize();
    await this.#shared?.initialize();
  }

  getAllAccounts(): readonly AccountInfo[] {
    return this.#shared && !this.#shared.hasUnreadable
      ? this.#shared.getAllAccounts()
      : this.#instance.getAllAccounts();
  }

  async clear(target: ClearTarget, correlationId: string): Promise<void> {
    // An instance that breaks down on a corrupt cache is no reason to leave the tokens there.
    const list = (): readonly AccountInfo[] => attempt(() => this.#instance.getAllAccounts(), []);
    // Copies are of accounts that the instance does not list any more once the Web Storage is swept.
    const copied = this.#hasCopies ? list() : null;
    const byMsal = (own: readonly string[]): Promise<void> =>
      this.#clearByMsal(copied ?? list(), target, { own: new Set(own), correlationId });
    let sweeps = planSweeps(target, this.#clientId);
    if (this.#losesActive(target, sweeps)) this.#instance.setActiveAccount(null);
    const own = keysOf(sweeps);
    // The key of a bound token is found through the token, so MSAL goes first where there is one.
    if (own.some((key) => BOUND_TOKEN.test(key))) {
      await byMsal(own);
      sweeps = planSweeps(target, this.#clientId);
    }
    sweepWebStorages(sweeps, this.#channel);
    const mayBeLeft = this.#hasCopies || (!this.#shared && this.#countLeft(target) > 0);
    if (mayBeLeft) await byMsal([]);

    assertSwept(target, this.#clientId, correlationId);
    await this.#shared?.refresh();
    const left = mayBeLeft ? this.#countLeft(target) : 0;
    if (left === 0) return;
    throw new MsalLogoutError('cache_clear_failed', correlationId, `Accounts left: ${left}.`);
  }

  forget(accounts: readonly AccountIdentity[]): void {
    sweepMentions(accounts, this.#clientId);
  }

  onChange(listener: (change: CacheChange) => void): () => void {
    const callbackId = this.#instance.addEventCallback((message) => {
      const change = changeToldBy(message);
      if (this.#shared) void this.#shared.refresh().then(() => listener(change));
      else listener(change);
    });
    const stop = this.#shared?.onChange(listener) ?? onPageShown(() => listener('unknown'));
    return () => {
      if (callbackId !== null) this.#instance.removeEventCallback(callbackId);
      stop();
    };
  }

  /** Whether the active account goes, so that MSAL has to tell its listeners of that. */
  #losesActive(target: ClearTarget, sweeps: Sweeps): boolean {
    if (this.#shared) {
      const key = `msal.${this.#clientId}.active-account-filters`;
      return sweeps.some(([, { mentions }]) => mentions.has(key));
    }
    const active = attempt(() => this.#instance.getActiveAccount(), null);
    return active !== null && isTarget(active, target);
  }

  #countLeft(target: ClearTarget): number {
    return this.#instance.getAllAccounts().filter((account) => isTarget(account, target)).length;
  }

  /**
   * Has MSAL remove what only it can reach: what it holds in memory, and the keys of bound tokens.
   *
   * It removes every entry whose key contains the ids of the account, `alice2` with `alice`, so it is left out
   * where that would hit an entry that is not among `own`, or one of the `cached` accounts that are to stay.
   */
  async #clearByMsal(
    cached: readonly AccountInfo[],
    target: ClearTarget,
    { own, correlationId }: { readonly own: ReadonlySet<string>; readonly correlationId: string },
  ): Promise<void> {
    const others = cached.filter((account) => !isTarget(account, target));
    const foreign = [
      ...webStorages()
        .flatMap((storage) => Object.keys(storage))
        .filter((key) => !own.has(key)),
      ...others.map(({ homeAccountId, environment }) => `${homeAccountId}|${environment}`),
    ].map((key) => key.toLowerCase());
    for (const account of cached.filter((each) => isTarget(each, target))) {
      const ids = [account.homeAccountId.toLowerCase(), account.environment.toLowerCase()];
      if (foreign.some((key) => ids.every((id) => key.includes(id)))) continue;
      await this.#instance.clearCache({ account, correlationId });
    }
  }
}

/** MSAL 4 and 5 keep everything in memory where one of the two is missing, and their configuration does not say so. */
function canShare(): boolean {
  const storage = attempt(() => window.localStorage, null);
  return Boolean(storage) && typeof BroadcastChannel !== 'undefined';
}

function isTarget(account: AccountInfo, { accounts }: ClearTarget): boolean {
  return accounts.some((target) => isSameAccount(target, account));
}

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
  webStorageAt,
  webStorages,
} from './web-storages';

const BOUND_TOKEN = /[-|]accesstoken_with_authscheme[-|]/;

/**
 * The cache of a live MSAL instance: its Web Storage, or what it holds in memory where it has none.
 *
 * A Web Storage is read without the instance, which takes longer. And MSAL 5 strikes an account off the list in
 * localStorage when it is asked before it has decrypted what another tab has just written: asking would undo the
 * sign-in of that tab. It has copies of localStorage, but lists by what is there, and drops them when it is told.
 */
export class MsalInstanceCache implements AccountCache {
  readonly #instance: MsalInstance;
  readonly #clientId: string;
  readonly #channel = new MsalCacheChannel();
  /** `null` where the instance keeps everything in memory. */
  readonly #stored: WebStorageCache | null;
  #isInitialized = false;

  constructor(instance: MsalInstance) {
    this.#instance = instance;
    const { auth, cache } = instance.getConfiguration();
    const { clientId } = auth;
    const cacheLocation = cache?.cacheLocation ?? '';
    this.#clientId = clientId;
    this.#stored = canStore(cacheLocation)
      ? new WebStorageCache({ clientId, cacheLocation }, this.#channel)
      : null;
  }

  get isShared(): boolean {
    return this.#stored?.isShared ?? false;
  }

  async initialize(): Promise<void> {
    if (!this.#isInitialized) await this.#instance.initialize();
    this.#isInitialized = true;
    await this.#stored?.initialize();
  }

  getAllAccounts(): readonly AccountInfo[] {
    return this.#stored && !this.#stored.hasUnreadable
      ? this.#stored.getAllAccounts()
      : this.#instance.getAllAccounts();
  }

  async clear(target: ClearTarget, correlationId: string): Promise<void> {
    let sweeps = planSweeps(target, this.#clientId);
    if (this.#losesActive(target, sweeps)) this.#instance.setActiveAccount(null);
    const own = keysOf(sweeps);
    // The key of a bound token is found through the token, so MSAL goes first where there is one.
    if (own.some((key) => BOUND_TOKEN.test(key))) {
      await this.#clearByMsal(target, new Set(own), correlationId);
      sweeps = planSweeps(target, this.#clientId);
    }
    sweepWebStorages(sweeps, this.#channel);
    if (!this.#stored) await this.#clearByMsal(target, new Set(), correlationId);

    assertSwept(target, this.#clientId, correlationId);
    await this.#stored?.refresh();
    const left = this.#stored ? 0 : this.#countLeft(target);
    if (left === 0) return;
    throw new MsalLogoutError('cache_clear_failed', correlationId, `Accounts left: ${left}.`);
  }

  forget(accounts: readonly AccountIdentity[]): void {
    sweepMentions(accounts, this.#clientId);
  }

  onChange(listener: (change: CacheChange) => void): () => void {
    const shared = this.isShared ? this.#stored : null;
    const callbackId = this.#instance.addEventCallback((message) => {
      const change = changeToldBy(message);
      if (shared) void shared.refresh().then(() => listener(change));
      else listener(change);
    });
    const stop = shared?.onChange(listener) ?? onPageShown(() => listener('unknown'));
    return () => {
      if (callbackId !== null) this.#instance.removeEventCallback(callbackId);
      stop();
    };
  }

  /** Whether the active account goes, so that MSAL has to tell its listeners of that. */
  #losesActive(target: ClearTarget, sweeps: Sweeps): boolean {
    if (this.#stored) {
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
   * where that would hit an entry that is not among `own`, or an account that is to stay.
   */
  async #clearByMsal(
    target: ClearTarget,
    own: ReadonlySet<string>,
    correlationId: string,
  ): Promise<void> {
    // An instance that breaks down on a corrupt cache is no reason to leave the tokens there.
    const listed = attempt(() => this.#instance.getAllAccounts(), []);
    const others = listed.filter((account) => !isTarget(account, target));
    const foreign = [
      ...webStorages()
        .flatMap((storage) => Object.keys(storage))
        .filter((key) => !own.has(key)),
      ...others.map(({ homeAccountId, environment }) => `${homeAccountId}|${environment}`),
    ].map((key) => key.toLowerCase());
    for (const account of listed.filter((each) => isTarget(each, target))) {
      const ids = [account.homeAccountId.toLowerCase(), account.environment.toLowerCase()];
      if (foreign.some((key) => ids.every((id) => key.includes(id)))) continue;
      await this.#instance.clearCache({ account, correlationId });
    }
  }
}

/** MSAL 4 and 5 keep everything in memory where a page may not use its storage, and do not say so. */
function canStore(cacheLocation: string): boolean {
  const canShare = typeof BroadcastChannel !== 'undefined';
  return Boolean(webStorageAt(cacheLocation)) && (canShare || cacheLocation !== 'localStorage');
}

function isTarget(account: AccountInfo, { accounts }: ClearTarget): boolean {
  return accounts.some((target) => isSameAccount(target, account));
}

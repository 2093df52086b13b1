import { attempt } from '../attempt';
import { MsalLogoutError } from '../errors/msal-logout-error';
import type { LocalSignOut } from '../request/logout-result';
import { canOpenChannel } from '../web/open-channel';
import type { AccountCache, CacheFact, ClearTarget } from './account-cache';
import type { AccountIdentity, AccountInfo } from './account-info';
import { isSameAccount } from './account-info';
import type { MsalInstance } from './msal-instance';
import { MsalCacheChannel } from './msal-cache-channel';
import { factIn } from './msal-instance';
import { onPageShown } from './page-shown';
import { WebStorageCache } from './web-storage-cache';
import type { Sweeps } from './web-storages';
import {
  assertSwept,
  canReadWebStorages,
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
  readonly #cacheLocation: string;
  readonly #channel = new MsalCacheChannel();
  /** `null` where the instance keeps everything in memory. */
  readonly #stored: WebStorageCache | null;
  readonly #reportError: (error: unknown) => void;
  #isInitialized = false;
  #hasReported = false;

  /** @param reportError receives what keeps MSAL from starting, once, where the cache is read without MSAL */
  constructor(instance: MsalInstance, reportError: (error: unknown) => void = () => undefined) {
    this.#instance = instance;
    this.#reportError = reportError;
    const { auth, cache } = instance.getConfiguration();
    const { clientId, authority } = auth;
    const cacheLocation = cache?.cacheLocation ?? '';
    this.#clientId = clientId;
    this.#cacheLocation = cacheLocation;
    this.#stored = canStore(cacheLocation)
      ? new WebStorageCache({ clientId, cacheLocation, authority }, this.#channel)
      : null;
  }

  get isShared(): boolean {
    return this.#stored?.isShared ?? false;
  }

  async initialize(): Promise<void> {
    if (!this.#isInitialized) await this.#initializeMsal();
    await this.#stored?.initialize();
  }

  getAllAccounts(): readonly AccountInfo[] {
    const stored = this.#stored;
    if (!stored) return this.#instance.getAllAccounts();
    if (!stored.hasUnreadable) return stored.getAllAccounts();
    const listed = attempt(() => this.#instance.getAllAccounts(), null);
    return listed ? stored.withoutElsewhere(listed) : stored.getAllAccounts();
  }

  async clear(target: ClearTarget, correlationId: string): Promise<LocalSignOut> {
    let sweeps = planSweeps(target, this.#clientId);
    if (this.#losesActive(target, sweeps)) {
      attempt(() => this.#instance.setActiveAccount(null), undefined);
    }
    const own = keysOf(sweeps);
    // The key of a bound token is found through the token, so MSAL goes first where there is one. An MSAL that does
    // not start finds none: the key stays, and is of no use without the token.
    if (this.#isInitialized && own.some((key) => BOUND_TOKEN.test(key))) {
      await this.#clearByMsal(target, new Set(own), correlationId);
      sweeps = planSweeps(target, this.#clientId);
    }
    sweepWebStorages(sweeps, this.#channel);
    if (!this.#stored) await this.#clearByMsal(target, new Set(), correlationId);

    assertSwept(target, this.#clientId, correlationId);
    await this.#stored?.refresh();
    const left = this.#stored ? 0 : this.#countLeft(target);
    if (left === 0) return this.#canRead() ? 'cleared' : 'unproven';
    throw new MsalLogoutError('cache_clear_failed', correlationId, `Accounts left: ${left}.`);
  }

  removeStaleEntries(accounts: readonly AccountIdentity[]): void {
    sweepMentions(accounts, this.#clientId);
  }

  onFact(listener: (fact: CacheFact) => void): () => void {
    const shared = this.isShared ? this.#stored : null;
    // The method that lets MSAL 3 and 4 emit what other tabs do; MSAL 5 does so by itself.
    const emitsLoginOfOtherTabs = !('enableAccountStorageEvents' in this.#instance);
    const callbackId = this.#instance.addEventCallback((message) => {
      const fact = factIn(message, { emitsLoginOfOtherTabs });
      // A request begins now, whatever has to be read first.
      if (shared && fact.type !== 'request-began') void shared.refresh().then(() => listener(fact));
      else listener(fact);
    });
    const changed = (): void => listener({ type: 'changed' });
    const stop = shared?.onFact(listener) ?? onPageShown(changed);
    return () => {
      if (callbackId !== null) this.#instance.removeEventCallback(callbackId);
      stop();
    };
  }

  /**
   * Initializes MSAL, or tries again. MSAL 4 and 5 do not start on an entry of localStorage that they cannot read. What
   * is in a Web Storage can be listed and cleared without them, and they start when the entry has gone.
   */
  async #initializeMsal(): Promise<void> {
    try {
      await this.#instance.initialize();
      this.#isInitialized = true;
    } catch (error) {
      if (!this.#stored) throw error;
      if (!this.#hasReported) this.#reportError(error);
      this.#hasReported = true;
    }
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

  /** Whether the storage can be read that MSAL keeps its cache in, or did so before it was blocked. */
  #canRead(): boolean {
    return this.#stored ? webStorageAt(this.#cacheLocation) !== null : canReadWebStorages();
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
  if (!webStorageAt(cacheLocation)) return false;
  return cacheLocation !== 'localStorage' || canOpenChannel();
}

function isTarget(account: AccountInfo, { accounts }: ClearTarget): boolean {
  return accounts.some((target) => isSameAccount(target, account));
}

import { attempt } from '../attempt';
import type { LocalSignOut } from '../request/logout-result';
import type { AccountCache, CacheFact, ClearTarget } from './account-cache';
import type { CachedIdToken } from './account-entity';
import { accountsIn, idTokenIn } from './account-entity';
import type { AccountIdentity, AccountInfo, IdTokenClaims } from './account-info';
import { profileKey } from './account-info';
import { decrypt, isEncrypted } from './encrypted-value';
import type { KeyMap } from './key-map';
import { isKeyMap, listedKeys, readKeyMap, schemaOf } from './key-map';
import { MsalCacheChannel } from './msal-cache-channel';
import { TokenHolders } from './token-holders';
import {
  assertSwept,
  planSweeps,
  sweepMentions,
  sweepWebStorages,
  webStorageAt,
} from './web-storages';

/** Where an application has MSAL keep its cache. */
export interface WebStorageCacheOptions {
  readonly clientId: string;
  readonly cacheLocation: string;
  /** Where this client signs people in; without it, accounts at every provider are taken for its own. */
  readonly authority?: string | undefined;
}

/**
 * MSAL's cache in Web Storage, read and cleared without MSAL.
 *
 * Knows every layout that MSAL 3, 4 and 5 write. What is encrypted is read as far as the session's key cookie
 * allows; the rest can be cleared, but not told.
 */
export class WebStorageCache implements AccountCache {
  readonly #clientId: string;
  readonly #cacheLocation: string;
  readonly #authority: URL | null;
  readonly #channel: MsalCacheChannel;
  /** Plain texts of encrypted entries, by their encrypted text; `null` for what cannot be read. */
  #decrypted: ReadonlyMap<string, string | null> = new Map();
  #refreshed = Promise.resolve();
  /** The ID tokens of the last look, by the texts of their entries: nothing else takes as long to read. */
  #idTokens: ReadonlyMap<string, CachedIdToken> = new Map();

  /** Other instances of MSAL are told and heard at `channel`. */
  constructor(
    { clientId, cacheLocation, authority = '' }: WebStorageCacheOptions,
    channel = new MsalCacheChannel(),
  ) {
    this.#channel = channel;
    this.#clientId = clientId;
    this.#cacheLocation = cacheLocation;
    this.#authority = attempt(() => new URL(authority), null);
  }

  get isShared(): boolean {
    return this.#cacheLocation === 'localStorage';
  }

  initialize(): Promise<void> {
    return this.refresh();
  }

  /** Reads what was encrypted since the last time; one after the other, so that the last word is the newest. */
  refresh(): Promise<void> {
    this.#refreshed = this.#refreshed.then(() => this.#decryptAll());
    return this.#refreshed;
  }

  /** Whether an account is there that nobody can read without the key of another session. */
  get hasUnreadable(): boolean {
    return [...this.#decrypted.values()].includes(null);
  }

  getAllAccounts(): readonly AccountInfo[] {
    const maps = this.#maps();
    const claims = this.#claims(maps);
    const accounts = new Map<string, AccountInfo>();
    for (const key of accountKeysIn(maps)) {
      for (const account of accountsIn(this.#read(key))) {
        const id = profileKey(account);
        // The newest layout comes first: what an older one says of the same account is out of date.
        if (accounts.has(id)) continue;
        const idTokenClaims = claims.get(id);
        accounts.set(id, { ...account, ...(idTokenClaims && { idTokenClaims }) });
      }
    }
    return this.#withoutElsewhere([...accounts.values()], maps);
  }

  /** Leaves out accounts of other clients at other providers, which MSAL lists for every client of the origin. */
  withoutElsewhere(accounts: readonly AccountInfo[]): readonly AccountInfo[] {
    return this.#withoutElsewhere(accounts, this.#maps());
  }

  async clear(target: ClearTarget, correlationId: string): Promise<LocalSignOut> {
    sweepWebStorages(planSweeps(target, this.#clientId), this.#channel);
    assertSwept(target, this.#clientId, correlationId);
    const local = this.#storage ? 'cleared' : 'unproven';
    await this.refresh();
    return local;
  }

  removeStaleEntries(accounts: readonly AccountIdentity[]): void {
    sweepMentions(accounts, this.#clientId);
  }

  onFact(listener: (fact: CacheFact) => void): () => void {
    return this.#channel.onChange(() => {
      void this.refresh().then(() => listener({ type: 'changed' }));
    });
  }

  #withoutElsewhere(
    accounts: readonly AccountInfo[],
    maps: readonly KeyMap[],
  ): readonly AccountInfo[] {
    if (accounts.length === 0) return accounts;
    const holders = new TokenHolders(maps, this.#clientId);
    return accounts.filter((account) => !holders.isElsewhere(account, this.#authority));
  }

  get #storage(): Storage | null {
    return webStorageAt(this.#cacheLocation);
  }

  /** The key maps, those of the newest layout first. */
  #maps(): readonly KeyMap[] {
    const storage = this.#storage;
    if (!storage) return [];
    return Object.keys(storage)
      .filter(isKeyMap)
      .sort((one, other) => schemaOf(other) - schemaOf(one))
      .flatMap((key) => readKeyMap(storage, key) ?? []);
  }

  /** The claims of this client's id tokens, by tenant profile; of several layouts, those of the newest. */
  #claims(maps: readonly KeyMap[]): ReadonlyMap<string, IdTokenClaims> {
    const claims = new Map<string, IdTokenClaims>();
    const idTokens = new Map<string, CachedIdToken>();
    for (const { clientId, lists } of maps) {
      if (clientId !== this.#clientId) continue;
      for (const key of lists['idToken'] ?? []) {
        const text = this.#read(key);
        const idToken = this.#idTokens.get(text) ?? idTokenIn(text);
        if (!idToken) continue;
        idTokens.set(text, idToken);
        const id = profileKey({ ...idToken, tenantId: idToken.realm });
        if (!claims.has(id)) claims.set(id, idToken.claims);
      }
    }
    this.#idTokens = idTokens;
    return claims;
  }

  /** The plain text under `key`; of one that nobody can read, as of one that is not there, nothing. */
  #read(key: string): string {
    const text = this.#storage?.getItem(key) ?? '';
    return (this.#decrypted.has(text) ? this.#decrypted.get(text) : text) ?? '';
  }

  async #decryptAll(): Promise<void> {
    // MSAL encrypts only what it keeps in localStorage.
    if (!this.isShared) return;
    const keys = this.#maps().flatMap(({ clientId, lists }) => {
      if (clientId === '') return Object.values(lists).flat();
      // Those of another client are encrypted for that one alone.
      return clientId === this.#clientId ? (lists['idToken'] ?? []) : [];
    });
    const decrypted = new Map<string, string | null>();
    for (const key of keys) {
      const text = this.#storage?.getItem(key) ?? '';
      if (!isEncrypted(text)) continue;
      const known = this.#decrypted.get(text);
      decrypted.set(text, known ?? (await decrypt(key, text, this.#clientId)));
    }
    this.#decrypted = decrypted;
  }
}

function accountKeysIn(maps: readonly KeyMap[]): readonly string[] {
  return maps.flatMap((map) => (map.clientId === '' ? listedKeys(map) : []));
}

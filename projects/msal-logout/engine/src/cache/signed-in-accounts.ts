import type { EventHub } from '../events/event-hub';
import { EventType, InteractionType } from '../events/event-type';
import { Listeners } from '../events/listeners';
import type { AccountsClearedEvent } from '../events/msal-logout-event';
import { newGuid } from '../request/guid';
import type { MissedSignOut, TabSignOut } from '../tabs/tab-channel';
import type { AccountCache, CacheChange, ClearTarget } from './account-cache';
import type { AccountIdentity, AccountInfo } from './account-info';
import { accountIdentity, accountKey, isSameAccount, profileKey } from './account-info';

/** Called with the signed-in accounts when they are others than before. */
export type AccountsListener = (accounts: readonly AccountInfo[]) => void;

/** The sign-out that clears accounts. */
type Cause = Pick<AccountsClearedEvent, 'origin' | 'interactionType' | 'correlationId'>;

/**
 * The signed-in accounts, as last seen in the cache. Tells when others are there, and with an event when some are
 * gone, found by comparing: it is true whoever removed them.
 *
 * Who was signed out stays out: a token request that was under way ends after the clearing and writes account and
 * tokens back, because the server's session may still live. They are cleared again, until somebody signs in.
 */
export class SignedInAccounts {
  readonly #cache: AccountCache;
  readonly #events: EventHub;
  readonly #listeners = new Listeners<Parameters<AccountsListener>>();
  readonly #signedOut = new Map<string, AccountIdentity>();
  readonly #expected = new Map<string, string>();
  #current: readonly AccountInfo[] = [];
  #clearings = 0;
  #later: ReturnType<typeof setTimeout> | undefined;

  constructor(cache: AccountCache, events: EventHub) {
    this.#cache = cache;
    this.#events = events;
  }

  get current(): readonly AccountInfo[] {
    return this.#current;
  }

  /** Whether other tabs see accounts go as soon as they are cleared here. */
  get areShared(): boolean {
    return this.#cache.isShared;
  }

  addListener(listener: AccountsListener): () => void {
    return this.#listeners.add(listener);
  }

  /**
   * Makes the cache readable, looks, and keeps looking whenever the cache says so.
   * @param onSignIn called when somebody is found signed in who was not before, and not brought back
   * @returns ends the looking
   */
  async watch(onSignIn: AccountsListener): Promise<() => void> {
    await this.#cache.initialize();
    const stop = this.#cache.onChange((change) => {
      const before = this.#current;
      this.#react(change);
      if (change === 'sign-in' && this.#current !== before) onSignIn(this.#current);
    });
    this.lookAgain();
    return () => {
      stop();
      clearTimeout(this.#later);
    };
  }

  /** Removes accounts as part of a sign-out; what cannot be removed is `cache_clear_failed`. */
  async clear({ accounts, everyone }: ClearTarget, cause: Cause): Promise<void> {
    // Somebody may have signed in since it began.
    const target = { accounts: everyone ? [...accounts, ...this.#current] : accounts, everyone };
    this.#keepOut(target.accounts);
    try {
      await this.#clear(target, cause.correlationId);
    } finally {
      this.#compare(cause);
    }
  }

  /** Another tab has signed somebody out; clears what this tab has for itself. */
  async follow({ accounts, everyone, correlationId }: TabSignOut): Promise<void> {
    const cause = { correlationId, interactionType: InteractionType.None } as const;
    if (!this.#cache.isShared) {
      return this.clear({ accounts, everyone }, { ...cause, origin: 'other-tab' });
    }
    // Cleared by the other tab already. A tab that was asleep hears of it late, when somebody may be signed in
    // again: clearing once more would sign them out.
    this.#keepOut(accounts);
    this.#forgetSignedOut();
    this.lookAgain();
  }

  /** Another tab has signed somebody out while this one was away; who has signed in since then stays. */
  async followLate({ isAbout, at, correlationId }: MissedSignOut): Promise<void> {
    const accounts = this.#current.filter(
      (account) => isAbout(account) && (account.idTokenClaims?.iat ?? 0) * 1000 < at,
    );
    const cause = { correlationId, interactionType: InteractionType.None } as const;
    await this.clear({ accounts, everyone: false }, { ...cause, origin: 'other-tab' });
  }

  /** Another tab is about to clear accounts: when they are gone, it was that sign-out. */
  expect({ accounts, correlationId }: TabSignOut): void {
    for (const account of accounts) this.#expected.set(accountKey(account), correlationId);
  }

  /** Somebody signs in: whoever it is may stay. */
  admit(): void {
    this.#signedOut.clear();
    this.#expected.clear();
  }

  /** Looks at the cache, with everything in it that is there at this moment. */
  async read(): Promise<void> {
    await this.#cache.initialize();
    this.lookAgain();
  }

  /**
   * Where nobody is known to be signed in, looks at the cache for a sign-in that has not been told of yet. Who was
   * only brought back is none.
   */
  async lookForSignIn(): Promise<void> {
    if (this.#current.length > 0) return;
    await this.#cache.initialize();
    if (this.#returned().length === 0) this.lookAgain();
  }

  /** Looks at the cache for what somebody else may have done. */
  lookAgain(): void {
    // While this library clears, every change is its own, and told when it is complete.
    if (this.#clearings > 0) return;
    this.#compare(null);
  }

  #keepOut(accounts: readonly AccountIdentity[]): void {
    for (const account of accounts) this.#signedOut.set(accountKey(account), account);
  }

  /** The list that another tab has overwritten may come later than its message. */
  #forgetSignedOut(): void {
    if (!this.#cache.isShared || this.#signedOut.size === 0) return;
    this.#cache.forget([...this.#signedOut.values()]);
  }

  #react(change: CacheChange): void {
    if (change === 'sign-in') this.admit();
    // While this library clears, most changes are its own.
    if (this.#clearings === 0) this.#forgetSignedOut();
    const returned = change === 'silent-token' ? this.#returned() : [];
    if (returned.length > 0) void this.#clearAgain(returned);
    else this.lookAgain();
    this.#lookLater();
  }

  /** Who is back in the cache of those that were signed out. */
  #returned(): readonly AccountInfo[] {
    if (this.#signedOut.size === 0) return [];
    const accounts = this.#cache.getAllAccounts();
    return accounts.filter((account) => this.#signedOut.has(accountKey(account)));
  }

  /** Some changes are told right before they are made: MSAL's own sign-out unsets the active account first. */
  #lookLater(): void {
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.lookAgain());
  }

  async #clearAgain(returned: readonly AccountInfo[]): Promise<void> {
    const correlationId = newGuid();
    const accounts = returned.map(accountIdentity);
    try {
      await this.#clear({ accounts, everyone: false }, correlationId);
      const interactionType = InteractionType.None;
      const eventType = EventType.ACCOUNTS_CLEARED_AGAIN;
      this.#events.emit({ eventType, interactionType, correlationId, accounts });
    } catch {
      // Told by the accounts that are then there.
    }
    this.lookAgain();
  }

  async #clear(target: ClearTarget, correlationId: string): Promise<void> {
    this.#clearings++;
    try {
      await this.#cache.clear(target, correlationId);
    } finally {
      this.#clearings--;
    }
  }

  #compare(cause: Cause | null): void {
    const before = this.#current;
    const now = this.#cache.getAllAccounts();
    if (fingerprint(now) === fingerprint(before)) return;
    this.#current = now;
    this.#listeners.tell(now);

    const cleared = before.filter((gone) => !now.some((kept) => isSameAccount(gone, kept)));
    if (cleared.length === 0) return;
    this.#events.emit({
      eventType: EventType.ACCOUNTS_CLEARED,
      ...(cause ?? this.#causeOf(cleared)),
      accounts: cleared.map(accountIdentity),
      remaining: now.map(accountIdentity),
    });
  }

  /** The sign-out of another tab, if it has announced itself; else nobody knows. */
  #causeOf(cleared: readonly AccountInfo[]): Cause {
    const interactionType = InteractionType.None;
    const [announced, ...others] = new Set(
      cleared.map((account) => this.#expected.get(accountKey(account))),
    );
    return announced !== undefined && others.length === 0
      ? { origin: 'other-tab', interactionType, correlationId: announced }
      : { origin: 'elsewhere', interactionType, correlationId: newGuid() };
  }
}

function fingerprint(accounts: readonly AccountInfo[]): string {
  return accounts.map(profileKey).sort().join();
}

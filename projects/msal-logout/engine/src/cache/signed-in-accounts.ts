import type { EventHub } from '../events/event-hub';
import { EventType, InteractionType } from '../events/event-type';
import type { AccountsClearedEvent } from '../events/msal-logout-event';
import { newGuid } from '../request/guid';
import type { AccountCache, ClearTarget } from './account-cache';
import type { AccountInfo } from './account-info';
import { accountIdentity, accountKey, isSameAccount } from './account-info';

/** Called with the signed-in accounts when they are others than before. */
export type AccountsListener = (accounts: readonly AccountInfo[]) => void;

/** The sign-out that clears accounts. */
type Cause = Pick<AccountsClearedEvent, 'origin' | 'interactionType' | 'correlationId'>;

/**
 * The signed-in accounts, as last seen in the cache. Tells when others are there, and with an event when some
 * are gone, found by comparing: it is true whoever removed them.
 */
export class SignedInAccounts {
  readonly #cache: AccountCache;
  readonly #events: EventHub;
  readonly #listeners = new Set<AccountsListener>();
  #current: readonly AccountInfo[] = [];
  #clearing = false;

  constructor(cache: AccountCache, events: EventHub) {
    this.#cache = cache;
    this.#events = events;
  }

  get current(): readonly AccountInfo[] {
    return this.#current;
  }

  addListener(listener: AccountsListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Makes the cache readable, looks, and keeps looking whenever the cache says so. */
  async watch(): Promise<void> {
    await this.#cache.initialize();
    this.#cache.onChange(() => this.lookAgain());
    this.lookAgain();
  }

  /** Removes accounts as part of a sign-out; what they leave behind is `cache_clear_failed`. */
  async clear(target: ClearTarget, cause: Omit<Cause, 'origin'>): Promise<void> {
    this.#clearing = true;
    try {
      await this.#cache.clear(target, cause.correlationId);
    } finally {
      this.#clearing = false;
      this.#compare({ ...cause, origin: 'here' });
    }
  }

  /** Looks at the cache for what somebody else may have done. */
  lookAgain(): void {
    // While this library clears, every change is its own, and told when it is complete.
    if (this.#clearing) return;
    const interactionType = InteractionType.None;
    this.#compare({ origin: 'elsewhere', interactionType, correlationId: newGuid() });
  }

  #compare(cause: Cause): void {
    const before = this.#current;
    const now = this.#cache.getAllAccounts();
    if (fingerprint(now) === fingerprint(before)) return;
    this.#current = now;
    for (const listener of [...this.#listeners]) listener(now);

    const cleared = before.filter((gone) => !now.some((kept) => isSameAccount(gone, kept)));
    if (cleared.length === 0) return;
    this.#events.emit({
      eventType: EventType.ACCOUNTS_CLEARED,
      ...cause,
      accounts: cleared.map(accountIdentity),
      remaining: now.map(accountIdentity),
    });
  }
}

function fingerprint(accounts: readonly AccountInfo[]): string {
  return accounts
    .map((account) => JSON.stringify([accountKey(account), account.tenantId]))
    .sort()
    .join();
}

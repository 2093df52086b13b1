import type { AccountCache, CacheFact, ClearTarget } from '../cache/account-cache';
import type { AccountIdentity, AccountInfo } from '../cache/account-info';
import { accountIdentity, accountKey, profileKey } from '../cache/account-info';
import type { EventHub } from '../events/event-hub';
import { EventType, InteractionType } from '../events/event-type';
import { Listeners } from '../events/listeners';
import { newGuid } from '../request/guid';
import type { LocalSignOut } from '../request/logout-result';
import type { Sequence } from '../tabs/sequence';
import { SETTLING } from '../tabs/settling';
import type { TabChannel } from '../tabs/tab-channel';
import { inTime } from '../web/in-time';
import { AccountKnowledge } from './account-knowledge';
import type { ClearingCause } from './cleared-accounts';
import { byOtherTab, ClearedAccounts } from './cleared-accounts';

/** Called with the signed-in accounts whenever they change. */
export type AccountsListener = (accounts: readonly AccountInfo[]) => void;

/** How long, in milliseconds, MSAL may take to initialize, or to clear its cache. */
const DEADLINE = 10_000;

/** What {@link SignedInAccounts} works through. */
export interface AccountsParts {
  readonly cache: AccountCache;
  readonly tabs: TabChannel;
  readonly sequence: Sequence;
  readonly events: EventHub;
  readonly reportError: (error: unknown) => void;
}

/**
 * The signed-in accounts, as last seen in the cache. Passes on to {@link AccountKnowledge} what the cache and token requests
 * report, and carries out what follows from it: clears what another tab has signed out, and what a late token has brought
 * back.
 */
export class SignedInAccounts {
  readonly #parts: AccountsParts;
  readonly #knowledge: AccountKnowledge;
  readonly #cleared: ClearedAccounts;
  readonly #listeners = new Listeners<Parameters<AccountsListener>>();
  /** Accounts that a token has brought back, until it is certain that nobody has signed in with them. */
  readonly #doubted = new Set<string>();
  #current: readonly AccountInfo[] = [];
  #isReadable = false;
  #clearings = 0;
  #onSignIn: () => void = () => undefined;
  #later: ReturnType<typeof setTimeout> | undefined;
  #tidying: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: AccountsParts) {
    const { cache, tabs, sequence, events } = parts;
    this.#parts = parts;
    this.#knowledge = new AccountKnowledge(tabs, sequence, () => cache.isShared);
    this.#cleared = new ClearedAccounts(events, (account) => this.#knowledge.signOutOf(account));
  }

  get current(): readonly AccountInfo[] {
    return this.#current;
  }

  addListener(listener: AccountsListener): () => void {
    return this.#listeners.add(listener);
  }

  /**
   * Makes the cache readable, looks, and keeps looking whenever the cache says so.
   * @param onSignIn called when somebody has signed in here
   * @returns ends the looking
   */
  async watch(onSignIn: () => void): Promise<() => void> {
    const { cache } = this.#parts;
    await inTime(DEADLINE, cache.initialize());
    this.#isReadable = true;
    this.#onSignIn = onSignIn;
    this.#knowledge.start();
    const stop = cache.onFact((fact) => this.#hear(fact));
    this.look();
    return () => {
      stop();
      clearTimeout(this.#later);
      clearTimeout(this.#tidying);
      this.#cleared.stop();
    };
  }

  /**
   * Removes accounts as part of a sign-out. The other tabs hear of it first, so that a crash in between loses nothing.
   * @param begun what the sign-out has begun with
   * @param order its position
   * @param cause what the event says of it
   * @returns whether the cache is proven to be clear
   * @throws MsalLogoutError `cache_clear_failed`, or what MSAL throws
   */
  async clear(begun: ClearTarget, order: number, cause: ClearingCause): Promise<LocalSignOut> {
    const { accounts, everyone } = begun;
    // Somebody may have signed in since it began.
    const others = everyone ? this.#parts.cache.getAllAccounts() : [];
    const target = { accounts: [...accounts, ...others], everyone };
    this.#knowledge.signOut(target, order, cause.correlationId);
    try {
      return await this.#clear(target, cause);
    } finally {
      // For what was noted meanwhile.
      this.look();
    }
  }

  /** Looks at the cache and at the notes of other tabs. */
  look(): void {
    this.#knowledge.readNotes();
    this.#lookAtCache();
  }

  #lookAtCache(): void {
    // While this library clears, every change is its own, and reported when it is complete.
    if (!this.#isReadable || this.#clearings > 0) return;
    const { cache, reportError } = this.#parts;
    this.#list(null);
    if (!cache.isShared) void this.#followOtherTabs().catch(reportError);
    // Of two tabs that write a list at the same moment, one can restore accounts that are gone.
    else this.#tidyUp();
  }

  /** Once the other tab has cleared what it has noted that it clears. */
  #tidyUp(): void {
    if (this.#knowledge.gone.length === 0) return;
    this.#tidying ??= setTimeout(() => {
      this.#tidying = undefined;
      this.#parts.cache.removeStaleEntries(this.#knowledge.gone);
    }, SETTLING);
  }

  /** Looks at the cache, with everything in it that is there at this moment. */
  async read(): Promise<void> {
    await inTime(DEADLINE, this.#parts.cache.initialize());
    this.look();
  }

  /**
   * Where no account is known, looks for a sign-in that has not been reported yet. An account that a late token has
   * brought back is none.
   */
  async lookForSignIn(): Promise<void> {
    const { cache } = this.#parts;
    if (this.#current.length > 0) return;
    await inTime(DEADLINE, cache.initialize());
    if (!cache.getAllAccounts().some((it) => this.#knowledge.isSignedOut(it))) this.look();
  }

  #hear(fact: CacheFact): void {
    this.#knowledge.readNotes();
    if (fact.type === 'request-began') {
      this.#knowledge.beginRequest(fact.id, fact.account);
      return;
    }
    if (fact.type === 'sign-in-began') this.#knowledge.beginSignIn();
    if (fact.type === 'signed-in') this.#signIn(fact.account);
    if (fact.type === 'request-ended') this.#end(fact.id, fact.account);
    this.#lookAtCache();
    // Some changes are reported right before they are made: MSAL's own sign-out unsets the active account first.
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.look());
  }

  #end(id: string, account: AccountIdentity | null): void {
    const verdict = this.#knowledge.endRequest(id, account);
    if (account && verdict === 'sign-in') this.#signIn(account);
    if (account && verdict === 'brought-back') this.#doubt(accountIdentity(account));
  }

  #signIn(account: AccountIdentity): void {
    this.#knowledge.signIn(account);
    this.#onSignIn();
  }

  /**
   * A token has brought an account back. Where other tabs have the same cache, one of them may have signed in with it, and
   * its note is not here yet: until then the account is neither listed nor cleared.
   */
  #doubt(account: AccountIdentity): void {
    this.#doubted.add(accountKey(account));
    const decide = (): void => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', decide);
      this.#doubted.delete(accountKey(account));
      this.#knowledge.readNotes();
      if (this.#knowledge.isSignedOut(account)) void this.#clearAgain(account);
      else this.look();
    };
    const timer = setTimeout(decide, this.#parts.cache.isShared ? SETTLING : 0);
    window.addEventListener('pagehide', decide);
  }

  /** Clears what a token has brought back. */
  async #clearAgain(account: AccountIdentity): Promise<void> {
    const { cache, events, sequence } = this.#parts;
    const correlationId = newGuid();
    const target = { accounts: [account], everyone: false };
    // Requests of other tabs that have begun with what the token has brought back let nobody in either.
    if (cache.isShared) this.#knowledge.signOut(target, sequence.next(), correlationId);
    try {
      await this.#whileClearing(() => cache.clear(target, correlationId));
      const interactionType = InteractionType.None;
      const eventType = EventType.ACCOUNTS_CLEARED_AGAIN;
      events.emit({ eventType, interactionType, correlationId, accounts: [account] });
    } catch {
      // Reported by the accounts that are then there.
    }
    this.look();
  }

  /** Clears the copies of this tab that another tab has signed out since they were signed in. */
  async #followOtherTabs(): Promise<void> {
    for (const pending of this.#knowledge.pendingClearings(this.#current)) {
      await this.#clear(pending, byOtherTab(pending.correlationId));
    }
  }

  async #clear(target: ClearTarget, cause: ClearingCause): Promise<LocalSignOut> {
    try {
      return await this.#whileClearing(() => this.#parts.cache.clear(target, cause.correlationId));
    } finally {
      this.#list(cause);
      this.#knowledge.keep(target);
    }
  }

  async #whileClearing(clear: () => Promise<LocalSignOut>): Promise<LocalSignOut> {
    this.#clearings++;
    try {
      return await inTime(DEADLINE, clear());
    } finally {
      this.#clearings--;
    }
  }

  /** Takes over what is in the cache now, and reports what is new and what is gone. */
  #list(cause: ClearingCause | null): void {
    const now = this.#parts.cache
      .getAllAccounts()
      .filter((account) => !this.#doubted.has(accountKey(account)));
    this.#cleared.compare(now, cause);
    this.#knowledge.list(now);
    if (profilesOf(now) === profilesOf(this.#current)) return;
    this.#current = now;
    this.#listeners.tell(now);
  }
}

function profilesOf(accounts: readonly AccountInfo[]): string {
  return accounts.map(profileKey).sort().join();
}

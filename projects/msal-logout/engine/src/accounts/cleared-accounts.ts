import type { AccountInfo } from '../cache/account-info';
import { accountIdentity, isSameAccount } from '../cache/account-info';
import type { EventHub } from '../events/event-hub';
import { EventType, InteractionType } from '../events/event-type';
import type { AccountsClearedEvent } from '../events/msal-logout-event';
import { newGuid } from '../request/guid';

/** The sign-out by which accounts go. */
export type ClearingCause = Pick<
  AccountsClearedEvent,
  'origin' | 'interactionType' | 'correlationId'
>;

/** How long, in milliseconds, an event waits for the other accounts of the same sign-out to go. */
const TOGETHER = 1_000;

/** The cause of accounts that another tab has signed out. */
export function byOtherTab(correlationId: string): ClearingCause {
  return { origin: 'other-tab', interactionType: InteractionType.None, correlationId };
}

interface Gone {
  readonly account: AccountInfo;
  readonly cause: ClearingCause;
}

/**
 * Emits `ACCOUNTS_CLEARED` for accounts that are gone, found by comparing: it is true whoever removed them. A tab may see
 * the accounts of one sign-out in another tab go one by one; one event reports them.
 */
export class ClearedAccounts {
  readonly #events: EventHub;
  readonly #signOutOf: (account: AccountInfo) => string | undefined;
  #now: readonly AccountInfo[] = [];
  #waiting: readonly Gone[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param signOutOf the correlation id of the sign-out in another tab by which an account goes */
  constructor(events: EventHub, signOutOf: (account: AccountInfo) => string | undefined) {
    this.#events = events;
    this.#signOutOf = signOutOf;
  }

  /**
   * Compares with the last call.
   * @param cause the sign-out of this tab that has cleared what is gone; `null` when it was none
   */
  compare(now: readonly AccountInfo[], cause: ClearingCause | null): void {
    const isHere = (account: AccountInfo): boolean => now.some((it) => isSameAccount(it, account));
    const elsewhere = newGuid();
    const gone = [
      ...this.#waiting,
      ...this.#now.map((account) => ({
        account,
        cause: cause ?? this.#causeOf(account, elsewhere),
      })),
    ].filter(({ account }) => !isHere(account));
    this.#now = now;
    const going = new Set(cause ? [] : now.map(this.#signOutOf));
    this.#waiting = gone.filter((it) => going.has(it.cause.correlationId));
    this.#report(gone.filter((it) => !this.#waiting.includes(it)));
    if (this.#waiting.length > 0) this.#timer ??= setTimeout(() => this.#wait(), TOGETHER);
    else this.stop();
  }

  /** Reports nothing more by itself. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #wait(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.stop();
    this.#report(waiting);
  }

  #causeOf(account: AccountInfo, elsewhere: string): ClearingCause {
    const correlationId = this.#signOutOf(account);
    if (correlationId !== undefined) return byOtherTab(correlationId);
    const interactionType = InteractionType.None;
    return { origin: 'elsewhere', interactionType, correlationId: elsewhere };
  }

  /** Emits an event for each sign-out. */
  #report(gone: readonly Gone[]): void {
    const causes = new Map(gone.map(({ cause }) => [cause.correlationId, cause]));
    for (const [id, cause] of causes) {
      const theirs = gone.filter((it) => it.cause.correlationId === id);
      this.#events.emit({
        eventType: EventType.ACCOUNTS_CLEARED,
        ...cause,
        accounts: theirs.map(({ account }) => accountIdentity(account)),
        remaining: this.#now.map(accountIdentity),
      });
    }
  }
}

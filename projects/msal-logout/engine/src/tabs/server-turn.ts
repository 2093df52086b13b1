import type { AccountIdentity } from '../cache/account-info';
import { accountKey } from '../cache/account-info';
import type { ServerOutcome } from '../request/logout-result';
import { fingerprint } from './fingerprint';
import type { TabChannel } from './tab-channel';
import type { TabLock } from './tab-lock';

/** For how long, in milliseconds, sign-outs of the same people count as one; timers of tabs in the back are late. */
const ONE_SIGN_OUT = 10_000;

/** Has one tab at a time talk to the provider about the same people. */
export class ServerTurn {
  readonly #lock: TabLock;
  readonly #tabs: TabChannel;
  /** People whom other tabs talk to the provider about, or have just done so; each with the time until it counts. */
  readonly #elsewhere = new Map<string, number>();

  constructor(lock: TabLock, tabs: TabChannel) {
    this.#lock = lock;
    this.#tabs = tabs;
  }

  /** Has the browser get its locks ready, which takes longer than a lock: so no click has to wait for that. */
  prepare(): void {
    void this.#lock.isTaken('end-session.turn').catch(nothing);
  }

  /** Another tab talks to the provider about `accounts`. */
  note(accounts: readonly AccountIdentity[]): void {
    for (const account of accounts) {
      this.#elsewhere.set(accountKey(account), performance.now() + ONE_SIGN_OUT);
    }
  }

  /** Somebody has signed in: the next sign-out is another one. */
  forget(): void {
    this.#elsewhere.clear();
  }

  /** What `talk` comes to; `delegated` instead, when another tab talks to the provider about `accounts`. */
  async run(
    accounts: readonly AccountIdentity[],
    talk: () => Promise<ServerOutcome>,
  ): Promise<ServerOutcome> {
    const people = accounts.map(accountKey);
    // The name may be a key in localStorage, and MSAL removes every key that has the ids of an account.
    const name = `end-session.turn.${accounts.map(fingerprint).sort().join()}`;
    // Who cannot take locks goes on: two sign-outs at the provider are better than none.
    const release = await this.#lock.take(name).catch(() => nothing);
    try {
      if (!release || this.#isElsewhere(people)) {
        return { server: 'delegated', reason: 'other_tab' };
      }
      // Told to the others, because they may want the turn when this page has left with it.
      this.#tabs.send({ type: 'at-server', accounts });
      return await talk();
    } finally {
      release?.();
    }
  }

  /** Whether this holds for all; they are none when another tab has been the first to clear them. */
  #isElsewhere(people: readonly string[]): boolean {
    const now = performance.now();
    for (const [person, until] of this.#elsewhere) {
      if (until < now) this.#elsewhere.delete(person);
    }
    return this.#elsewhere.size > 0 && people.every((person) => this.#elsewhere.has(person));
  }
}

function nothing(): void {
  // There is no lock to give back.
}

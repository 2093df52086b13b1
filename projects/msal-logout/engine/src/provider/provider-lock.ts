import type { AccountIdentity } from '../cache/account-info';
import { accountDigest } from '../tabs/account-digest';
import { clientDigest, isOwnerLockOfAccounts } from '../sign-outs/owner-lock';
import type { PatientTabLock } from '../tabs/patient-tab-lock';

const ASKING = 'end-session.asking.';

/** Lets only one tab at a time contact the provider about the same accounts. */
export class ProviderLock {
  readonly #lock: PatientTabLock;
  readonly #clientId: string;

  constructor(lock: PatientTabLock, clientId: string) {
    this.#lock = lock;
    this.#clientId = clientId;
  }

  /** Lets the browser get its locks ready, which takes longer than a lock: so no click has to wait for that. */
  prepare(): void {
    void this.#lock.held();
  }

  /**
   * Takes the lock for `accounts`. A sign-out of no account gives way to any other of the client, whose tab may have been
   * the first to clear them.
   * @returns releases it; `null` when another tab contacts the provider about all of them
   */
  take(accounts: readonly AccountIdentity[]): Promise<(() => void) | null> {
    const about = [...new Set(accounts.map(accountDigest))].sort();
    const client = clientDigest(this.#clientId);
    const conflicts = (held: string): boolean => {
      if (about.length === 0 && isOwnerLockOfAccounts(held, this.#clientId)) return true;
      if (!held.startsWith(ASKING)) return false;
      const [other, ...others] = held.slice(ASKING.length).split('+');
      return about.length === 0
        ? client === other
        : about.every((digest) => others.includes(digest));
    };
    return this.#lock.take(ASKING + [client, ...about].join('+'), conflicts);
  }
}

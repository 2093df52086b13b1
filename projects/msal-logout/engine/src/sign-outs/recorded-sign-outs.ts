import type { AccountIdentity } from '../cache/account-info';
import { accountDigest } from '../tabs/account-digest';
import type { PatientTabLock } from '../tabs/patient-tab-lock';
import type { TabChannel } from '../tabs/tab-channel';
import type { JournalEntry, LogoutJournal } from './logout-journal';
import type { SignOutOutcome } from './what-became';
import { isOwnerLock } from './owner-lock';
import { whatBecameOf } from './what-became';

/** What {@link RecordedSignOuts} works through. */
export interface RecordParts {
  readonly journal: LogoutJournal;
  readonly tabs: TabChannel;
  readonly lock: PatientTabLock;
  /** The signed-in accounts. */
  readonly signedIn: () => readonly AccountIdentity[];
}

/** A record, and what has become of its sign-out. */
export interface RecordedSignOut extends SignOutOutcome {
  readonly entry: JournalEntry;
  /** Whether a page works on it, as far as the locks say. */
  readonly isOwned: boolean;
}

/** What has become of the sign-outs that are on record. */
export class RecordedSignOuts {
  readonly #parts: RecordParts;
  /** The sign-out that an earlier page of this tab has left for, when there is no answer. */
  #leftBy: string | undefined;

  constructor(parts: RecordParts) {
    this.#parts = parts;
  }

  /** A page starts. An answer of the provider would have been found before. */
  start(): void {
    const { journal } = this.#parts;
    this.#leftBy = journal.entryOfThisTab()?.stateId;
    journal.unmarkTab();
  }

  /**
   * What has become of all of them.
   * @param isRunning whether one runs on this page, by its `stateId`: those are left to it
   */
  async all(isRunning: (stateId: string) => boolean): Promise<readonly RecordedSignOut[]> {
    const { journal, lock, tabs, signedIn } = this.#parts;
    const before = journal.entries().map((entry) => JSON.stringify(entry));
    if (before.length === 0) return [];
    const held = await lock.held();
    const around = {
      notes: tabs.notes(),
      signedIn: new Set(signedIn().map(accountDigest)),
      now: Date.now(),
    };
    return journal.entries().flatMap((entry) => {
      if (isRunning(entry.stateId)) return [];
      // A page takes its lock before it writes. What was written while the locks were asked for is looked at next time.
      const isOwned =
        held.some((lock) => isOwnerLock(lock, entry.stateId)) ||
        !before.includes(JSON.stringify(entry));
      const leftByThisTab = entry.stateId === this.#leftBy;
      const outcome = whatBecameOf(entry, { ...around, isOwned, leftByThisTab });
      return [{ entry, isOwned, ...outcome }];
    });
  }
}

import type { LogoutJournal } from '../sign-outs/logout-journal';
import type { TabChannel } from './tab-channel';

/**
 * Numbers the sign-ins and sign-outs of this browser. A counter, not a clock: clocks are put back, and differ from the
 * provider's. Two tabs that take the next number at the same moment take the same one; the sign-out then wins.
 */
export class Sequence {
  readonly #tabs: TabChannel;
  readonly #journal: LogoutJournal;
  #largest = 0;

  constructor(tabs: TabChannel, journal: LogoutJournal) {
    this.#tabs = tabs;
    this.#journal = journal;
  }

  /** The largest number that was taken, as far as this tab knows. */
  get latest(): number {
    // Notes and records are removed, and their numbers are taken all the same.
    this.#largest = Math.max(
      this.#largest,
      ...this.#tabs.notes().map(({ order }) => order),
      ...this.#journal.entries().map(({ order }) => order),
    );
    return this.#largest;
  }

  /** The number of a sign-in or sign-out that happens now. */
  next(): number {
    return this.latest + 1;
  }

  /** The number of a sign-out that clears now; a new one where somebody has signed in since it took its own. */
  renew(own: number): number {
    const signedInSince = this.#tabs
      .notes()
      .some(({ type, order }) => type === 'signed-in' && order >= own);
    return signedInSince ? this.next() : own;
  }
}

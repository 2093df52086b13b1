import type { AccountIdentity } from '../cache/account-info';
import { isSameAccount } from '../cache/account-info';
import { Listeners } from '../events/listeners';
import type { ServerOutcome } from '../request/logout-result';
import type { TabLock } from '../tabs/tab-lock';
import type { JournalEntry, LogoutJournal } from './logout-journal';

/** For how long, in milliseconds, a sign-out may be between two pages. */
const ON_THE_WAY = 5_000;
/** After that long, in milliseconds, the server's session is as good as over, and nobody knows what it was about. */
const LIFETIME = 24 * 60 * 60 * 1000;

/** A sign-out that was cut off before the server had its part: the session there may still live. */
export interface InterruptedLogout {
  /** The sign-out's; `resume()` goes on with the same one. */
  readonly correlationId: string;
  /** Whom it was about; ids only. */
  readonly accounts: readonly AccountIdentity[];
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** How often it has been resumed so far. */
  readonly resumed: number;
}

/**
 * The sign-outs that the server has not had its part in yet: those that are on their way, and those that were
 * interrupted.
 */
export class PendingSignOuts {
  readonly #journal: LogoutJournal;
  readonly #tabLock: TabLock;
  readonly #announce: (entry: JournalEntry) => void;
  readonly #listeners = new Listeners<[]>();
  /** Those that run on this page, each with what lets other tabs know when the page is gone. */
  readonly #running = new Map<string, Promise<(() => void) | null>>();
  /** Interrupted ones that the application knows of: by an event, or by the result of the sign-out. */
  readonly #known = new Set<string>();
  #leftBy: string | undefined;
  #interrupted: JournalEntry | null = null;
  #looks = 0;
  #later: ReturnType<typeof setTimeout> | undefined;

  /** @param announce tells the application of one that was interrupted, once */
  constructor(journal: LogoutJournal, tabLock: TabLock, announce: (entry: JournalEntry) => void) {
    this.#journal = journal;
    this.#tabLock = tabLock;
    this.#announce = announce;
  }

  /** The oldest one that was interrupted. */
  get interrupted(): JournalEntry | null {
    return this.#interrupted;
  }

  addListener(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  /** A sign-out begins. */
  begin(entry: JournalEntry): void {
    const owned = this.#tabLock.take(ownership(entry)).catch(() => null);
    this.#running.set(entry.stateId, owned);
    this.#journal.write(entry);
    void this.look();
  }

  /** Its accounts are proven to be gone; `false` when that cannot be noted, even now that there is more room. */
  cleared(entry: JournalEntry): boolean {
    if (!this.#running.has(entry.stateId)) return true;
    return this.#journal.write({ ...entry, stage: 'cleared' });
  }

  /** Whether the page that the popup of one returns to has matched its state. */
  hasReturned(stateId: string): boolean {
    return this.#journal.find(stateId)?.stage === 'returned';
  }

  /** The page is left for the server. */
  leave(stateId: string): void {
    this.#journal.leave(stateId);
  }

  /** It is over here, and what becomes of it at the server is known; without an `outcome`, nothing was to happen there. */
  async end(stateId: string, outcome?: ServerOutcome): Promise<void> {
    const owned = this.#running.get(stateId);
    if (!owned) return;
    // Whatever the tab has left for, it is here.
    this.#journal.arrive();
    if (outcome && isUnfinished(outcome) && !this.hasReturned(stateId)) {
      this.#known.add(stateId);
      this.#interrupt(stateId);
    } else if (!this.#isResumedElsewhere(stateId, outcome)) {
      this.#journal.remove(stateId);
    }
    const release = await owned;
    this.#running.delete(stateId);
    release?.();
    await this.look();
  }

  /** It turned out, after its end here, that the server had its part. */
  async confirm(stateId: string): Promise<void> {
    this.#journal.remove(stateId);
    await this.look();
  }

  /**
   * Looks what earlier pages have left behind, and keeps looking when other tabs change something.
   * @param signedIn who is signed in: whoever has come back since has a session that is wanted
   * @returns ends the looking
   */
  async watch(signedIn: readonly AccountIdentity[]): Promise<() => void> {
    // Back without an answer of the provider, or that would have been found before.
    this.#leftBy = this.#journal.findOfThisTab()?.stateId;
    this.#journal.arrive();
    await this.#drop(signedIn, ({ stage }) => stage !== 'begun');
    const stop = this.#journal.onChange(() => void this.look());
    await this.look();
    return () => {
      stop();
      clearTimeout(this.#later);
    };
  }

  /** People have signed in: what is pending of theirs is about a session that is no more. */
  async signedIn(accounts: readonly AccountIdentity[]): Promise<void> {
    await this.#drop(accounts, () => true);
    await this.look();
  }

  /** Forgets the one that {@link interrupted} tells. */
  async dismiss(): Promise<void> {
    if (this.#interrupted) this.#journal.remove(this.#interrupted.stateId);
    await this.look();
  }

  /** Looks again which ones were interrupted. */
  async look(): Promise<void> {
    clearTimeout(this.#later);
    this.#later = undefined;
    const look = ++this.#looks;
    const interrupted: JournalEntry[] = [];
    for (const entry of this.#journal.entries()) {
      if (await this.#isSpent(entry)) this.#journal.remove(entry.stateId);
      else if (await this.#isInterrupted(entry)) interrupted.push(entry);
    }
    // While this one waited for locks, another one may have begun.
    if (look !== this.#looks) return;
    for (const entry of interrupted) {
      if (!this.#known.has(entry.stateId)) this.#announce(entry);
      this.#known.add(entry.stateId);
    }
    const [oldest = null] = interrupted;
    if (oldest?.stateId === this.#interrupted?.stateId) return;
    this.#interrupted = oldest;
    this.#listeners.tell();
  }

  #interrupt(stateId: string): void {
    const entry = this.#journal.find(stateId);
    // Its lifetime begins now: the clock may have been moved while it ran.
    if (entry) this.#journal.write({ ...entry, stage: 'interrupted', startedAt: Date.now() });
  }

  /** Whether another tab has taken up the same sign-out, and needs what is remembered of it. */
  #isResumedElsewhere(stateId: string, outcome: ServerOutcome | undefined): boolean {
    return outcome?.server === 'delegated' && Boolean(this.#journal.find(stateId)?.resumed);
  }

  /** Whether its popup is back or its time is over, and nobody is left who has to know. */
  async #isSpent(entry: JournalEntry): Promise<boolean> {
    return (entry.stage === 'returned' || age(entry) > LIFETIME) && !(await this.#isOwned(entry));
  }

  async #isInterrupted(entry: JournalEntry): Promise<boolean> {
    if (this.#running.has(entry.stateId) || entry.stage === 'returned') return false;
    const { stateId, stage } = entry;
    if (stage === 'interrupted' || stateId === this.#leftBy || this.#known.has(stateId))
      return true;
    if (age(entry) < ON_THE_WAY) {
      this.#later ??= setTimeout(() => void this.look(), ON_THE_WAY - age(entry));
      return false;
    }
    return !(await this.#isOwned(entry));
  }

  /** Whether its page is there: this one, or that of another tab. */
  async #isOwned(entry: JournalEntry): Promise<boolean> {
    if (this.#running.has(entry.stateId)) return true;
    return this.#tabLock.isTaken(ownership(entry)).catch(() => false);
  }

  async #drop(
    signedIn: readonly AccountIdentity[],
    applies: (entry: JournalEntry) => boolean,
  ): Promise<void> {
    for (const entry of this.#journal.entries()) {
      if (signedIn.length === 0 || !applies(entry) || (await this.#isOwned(entry))) continue;
      const accounts = entry.accounts.filter(
        (out) => !signedIn.some((it) => isSameAccount(it, out)),
      );
      if (accounts.length === 0) this.#journal.remove(entry.stateId);
      else if (accounts.length < entry.accounts.length) this.#journal.write({ ...entry, accounts });
    }
  }
}

/** Whether the server's session may live on although the sign-out is over here, and can still be ended. */
function isUnfinished({ server, reason }: ServerOutcome): boolean {
  if (reason === undefined || reason === 'no_end_session_endpoint') return false;
  return server === 'failed' || server === 'unconfirmed';
}

/** The lock that the page of a sign-out has for as long as it is there. */
function ownership({ stateId }: JournalEntry): string {
  return `end-session.owner.${stateId}`;
}

/** How old an entry is, in milliseconds; also if the clock has been put back since. */
function age({ startedAt }: JournalEntry): number {
  return Math.abs(Date.now() - startedAt);
}

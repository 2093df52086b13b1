import type { AccountIdentity } from '../cache/account-info';
import { InteractionType } from '../events/event-type';
import { Listeners } from '../events/listeners';
import type { ServerOutcome } from '../request/logout-result';
import { accountDigest } from '../tabs/account-digest';
import type { Note } from '../tabs/note';
import { SETTLING } from '../tabs/settling';
import { endingNote } from './ending-note';
import type { JournalEntry } from './logout-journal';
import { isOwnerLock, ownerLock } from './owner-lock';
import type { RecordedSignOut, RecordParts } from './recorded-sign-outs';
import { RecordedSignOuts } from './recorded-sign-outs';
import type { SignOutFact } from './sign-out-stage';
import { stepSignOut } from './sign-out-stage';
import { hasReturned } from './what-became';

/** How often, in milliseconds, to look at a sign-out of another page that is not settled. */
const LOOK_AGAIN = 1_000;

/** A sign-out that was cut off before the provider had answered: the session there may still be open. */
export interface InterruptedLogout {
  /** The sign-out's; `resume()` goes on with the same one. */
  readonly correlationId: string;
  /** The accounts that it was about; ids only. */
  readonly accounts: readonly AccountIdentity[];
  /** Unix time in milliseconds. */
  readonly startedAt: number;
  /** How often it has been resumed so far. */
  readonly resumed: number;
}

/** What {@link PendingSignOuts} works through. */
export interface PendingParts extends RecordParts {
  /** Whether a record is of this client and its provider. */
  readonly concerns: (entry: JournalEntry) => boolean;
  /** Reports a sign-out that was interrupted to the application, once. */
  readonly announce: (entry: JournalEntry) => void;
}

/** A sign-out of this page. */
interface Running {
  entry: JournalEntry;
  readonly release: () => void;
  /** The ids of the notes of returns that were there before it began. */
  readonly returnsBefore: ReadonlySet<string>;
}

/** Sign-outs whose server step has not completed: those of this page, and those that were interrupted. */
export class PendingSignOuts {
  readonly #parts: PendingParts;
  readonly #records: RecordedSignOuts;
  readonly #listeners = new Listeners<[]>();
  readonly #running = new Map<string, Running>();
  /** Interrupted ones that the application knows of: by an event, or by the result of the sign-out. */
  readonly #known = new Set<string>();
  /**
   * When each was first seen without a page, by the clock of this page; what that page has written last may not be here
   * yet. `null` before the first look, when everything is.
   */
  #orphanedAt: ReadonlyMap<string, number> | null = null;
  #interrupted: JournalEntry | null = null;
  #looks = 0;
  #later: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: PendingParts) {
    this.#parts = parts;
    this.#records = new RecordedSignOuts(parts);
  }

  /** The oldest one that was interrupted, with the accounts that it is still about. */
  get interrupted(): JournalEntry | null {
    return this.#interrupted;
  }

  addListener(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  /**
   * A sign-out begins, or goes on. There is no record of one that does not contact the provider.
   * @returns `false` when another tab works on the same one
   */
  async begin(entry: JournalEntry): Promise<boolean> {
    if (entry.interactionType === InteractionType.None) return true;
    const returnsBefore = new Set(this.#returns().map(({ id }) => id));
    // Only what is resumed can be worked on elsewhere.
    const isSame = (held: string): boolean => isOwnerLock(held, entry.stateId);
    const release = await this.#parts.lock.take(
      ownerLock(entry),
      entry.resumed > 0 ? isSame : undefined,
    );
    if (!release) return false;
    this.#running.set(entry.stateId, { entry, release, returnsBefore });
    this.#parts.journal.write(entry);
    void this.look();
    return true;
  }

  /** A sign-out clears now, and counts from here. */
  renumber(stateId: string, order: number): void {
    if (this.#running.get(stateId)?.entry.order !== order) this.#write(stateId, { order });
  }

  /** Records what happens to a sign-out of this page; `false` when that is not possible. */
  record(stateId: string, fact: SignOutFact, members: Partial<JournalEntry> = {}): boolean {
    const { entry } = this.#running.get(stateId) ?? {};
    return !entry || this.#write(stateId, { ...members, stage: stepSignOut(entry.stage, fact) });
  }

  /** The page is left for the provider. */
  leave(stateId: string): void {
    const { entry } = this.#running.get(stateId) ?? {};
    const comesBack = entry?.postLogoutRedirectUri?.startsWith(`${window.location.origin}/`);
    this.record(stateId, comesBack ? 'left' : 'left-for-good', { leftAt: Date.now() });
    this.#parts.journal.markTab(stateId);
  }

  /** Whether the page that a popup returns to has noted that it is back. */
  hasReturned(stateId: string): boolean {
    return hasReturned(stateId, this.#parts.tabs.notes());
  }

  /** A sign-out of this page has ended; without an `outcome`, the provider was not to be asked. */
  async end(stateId: string, outcome?: ServerOutcome): Promise<void> {
    const running = this.#running.get(stateId);
    if (!running) return;
    // Wherever the tab has left for, it is here.
    this.#parts.journal.unmarkTab();
    if (outcome?.server === 'confirmed') this.confirm(running.entry);
    // Its lifetime begins now: the clock may have been moved while it ran.
    this.record(stateId, factOf(outcome), { startedAt: Date.now() });
    if (running.entry.stage === 'settled') this.#parts.journal.remove(stateId);
    this.#known.add(stateId);
    this.#running.delete(stateId);
    running.release();
    await this.look();
  }

  /** The provider has answered a sign-out, perhaps after its end here. */
  confirm(entry: JournalEntry): void {
    if (!this.hasReturned(entry.stateId)) this.#send('returned', entry);
    void this.look();
  }

  /**
   * Whether another page has contacted the provider about these accounts since a sign-out of this page began: it has left for
   * it, or is back already, and nobody has signed in since.
   */
  async isAskedElsewhere(accounts: readonly AccountIdentity[], stateId: string): Promise<boolean> {
    const about = accounts.map(accountDigest);
    const { clientId } = this.#running.get(stateId)?.entry ?? {};
    const covers = (client: string | undefined, others: readonly string[]): boolean =>
      about.length === 0 ? client === clientId : about.every((digest) => others.includes(digest));
    const before = this.#running.get(stateId)?.returnsBefore;
    const isBack = this.#returns().some(
      ({ id, group, about: others, order }) =>
        before?.has(id) === false && covers(group, others) && !this.#hasSignedInSince(about, order),
    );
    if (isBack) return true;
    const records = await this.#records.all((id) => this.#running.has(id));
    return records.some(
      ({ entry, stage, accounts: others }) =>
        stage === 'away' && covers(entry.clientId, others.map(accountDigest)),
    );
  }

  /**
   * Looks at what earlier pages have left behind, and keeps looking when other tabs change something.
   * @returns ends the looking
   */
  async watch(): Promise<() => void> {
    this.#records.start();
    const stop = this.#parts.journal.onChange(() => void this.look());
    await this.look();
    return () => {
      stop();
      this.#looks = Infinity;
      clearTimeout(this.#later);
    };
  }

  /** Forgets the one that {@link interrupted} reports. */
  async dismiss(): Promise<void> {
    if (this.#interrupted) this.#send('dismissed', this.#interrupted);
    await this.look();
  }

  /** Looks again which ones were interrupted, and removes the records of those that are settled. */
  async look(): Promise<void> {
    clearTimeout(this.#later);
    const look = ++this.#looks;
    const all = await this.#records.all((stateId) => this.#running.has(stateId));
    // While this one waited for locks, another one may have begun.
    if (look !== this.#looks) return;
    for (const { entry } of all.filter(({ stage }) => stage === 'settled')) {
      this.#parts.journal.remove(entry.stateId);
    }
    const records = all.filter(({ stage }) => stage !== 'settled');
    const now = performance.now();
    const orphans = records.filter(({ isOwned }) => !isOwned);
    const before = this.#orphanedAt;
    const orphanedAt = new Map(
      orphans.map(({ entry: { stateId } }) => [
        stateId,
        before ? (before.get(stateId) ?? now) : -Infinity,
      ]),
    );
    this.#orphanedAt = orphanedAt;
    const isCertain = ({ entry: { stage, stateId } }: RecordedSignOut): boolean =>
      stage === 'interrupted' || now - (orphanedAt.get(stateId) ?? now) >= SETTLING;
    const interrupted = records.filter(
      ({ entry, stage }) => stage === 'interrupted' && this.#parts.concerns(entry),
    );
    this.#tell(
      interrupted.filter(isCertain).map(({ entry, accounts }) => ({ ...entry, accounts })),
    );
    // A page that is closed says nothing.
    const isDone = records.every((it) => it.stage === 'interrupted' && isCertain(it));
    if (!isDone) this.#later = setTimeout(() => void this.look(), LOOK_AGAIN);
  }

  #tell(interrupted: readonly JournalEntry[]): void {
    for (const entry of interrupted) {
      if (!this.#known.has(entry.stateId)) this.#parts.announce(entry);
      this.#known.add(entry.stateId);
    }
    const [oldest = null] = interrupted;
    const before = this.#interrupted;
    this.#interrupted = oldest;
    if (JSON.stringify(oldest) !== JSON.stringify(before)) this.#listeners.tell();
  }

  #write(stateId: string, members: Partial<JournalEntry>): boolean {
    const running = this.#running.get(stateId);
    if (!running) return true;
    running.entry = { ...running.entry, ...members };
    return this.#parts.journal.write(running.entry);
  }

  #returns(): readonly Note[] {
    return this.#parts.tabs.notes().filter(({ type }) => type === 'returned');
  }

  #hasSignedInSince(about: readonly string[], order: number): boolean {
    return this.#parts.tabs
      .notes()
      .some(
        (note) =>
          note.type === 'signed-in' &&
          note.order > order &&
          note.about.some((digest) => about.includes(digest)),
      );
  }

  #send(type: 'returned' | 'dismissed', entry: JournalEntry): void {
    this.#parts.tabs.send(endingNote(type, entry));
  }
}

function factOf(outcome: ServerOutcome | undefined): SignOutFact {
  if (outcome?.reason === 'went_back') return 'came-back';
  const { server, reason } = outcome ?? {};
  const isUnfinished = server === 'unconfirmed' || server === 'failed';
  return isUnfinished && reason !== 'no_end_session_endpoint' ? 'unfinished' : 'finished';
}

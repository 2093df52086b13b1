import type { AccountIdentity } from '../cache/account-info';
import { accountDigest } from '../tabs/account-digest';
import type { Note } from '../tabs/note';
import type { JournalEntry } from './logout-journal';
import type { SignOutFact, SignOutStage } from './sign-out-stage';
import { stepSignOut } from './sign-out-stage';

/** How long, in milliseconds, a sign-out may be between two pages. */
const ON_THE_WAY = 5_000;
/** After that long, in milliseconds, the provider's session is as good as over. */
const LIFETIME = 24 * 60 * 60 * 1000;

/** What a page knows when it looks at the record of a sign-out. */
export interface Surroundings {
  readonly notes: readonly Note[];
  /** Whether the page of the sign-out is there: this one, or that of another tab. */
  readonly isOwned: boolean;
  /** Whether an earlier page of this tab has left for the sign-out. */
  readonly leftByThisTab: boolean;
  /** Digests of the signed-in accounts. */
  readonly signedIn: ReadonlySet<string>;
  /** Unix time in milliseconds. */
  readonly now: number;
}

/** What a sign-out has come to, and the accounts that it is still about. */
export interface SignOutOutcome {
  readonly stage: SignOutStage;
  readonly accounts: readonly AccountIdentity[];
}

/** What has become of a sign-out: a function of its record and of what is known around it. */
export function whatBecameOf(entry: JournalEntry, around: Surroundings): SignOutOutcome {
  // An interrupted one was given up by its page, even where that still holds its lock.
  if (around.isOwned && entry.stage !== 'interrupted') {
    return { stage: entry.stage, accounts: entry.accounts };
  }
  const accounts = entry.accounts.filter((account) => isOpen(account, entry, around));
  const isNobodyLeft = entry.accounts.length > 0 && accounts.length === 0;
  const facts = [...(isNobodyLeft ? whyNobody(entry, around) : []), ...factsAbout(entry, around)];
  return { stage: facts.reduce(stepSignOut, entry.stage), accounts };
}

/** Whether the provider has answered this very sign-out. */
export function hasReturned(stateId: string, notes: readonly Note[]): boolean {
  return notes.some(({ type, id }) => type === 'returned' && id === stateId);
}

function factsAbout(entry: JournalEntry, around: Surroundings): readonly SignOutFact[] {
  const { notes, now, leftByThisTab } = around;
  const ended: SignOutFact[] = notes.flatMap(({ type, id }) =>
    id === entry.stateId && (type === 'returned' || type === 'dismissed') ? [type] : [],
  );
  if (Math.abs(now - entry.startedAt) > LIFETIME) ended.push('expired');
  if (leftByThisTab) return [...ended, 'came-back'];
  const isOverdue = Math.abs(now - (entry.leftAt ?? now)) >= ON_THE_WAY;
  return [...ended, 'page-gone', ...(isOverdue ? (['overdue'] as const) : [])];
}

/** Why a sign-out is about no account any more. */
function whyNobody({ accounts, order }: JournalEntry, { notes }: Surroundings): [SignOutFact] {
  return accounts.every((it) => isCovered(it, order, notes)) ? ['covered'] : ['signed-in'];
}

/** Whether the provider has answered about an account since, or the application has dismissed that. */
function isCovered(account: AccountIdentity, order: number, notes: readonly Note[]): boolean {
  const digest = accountDigest(account);
  return notes.some(
    (note) =>
      (note.type === 'returned' || note.type === 'dismissed') &&
      note.order >= order &&
      note.about.includes(digest),
  );
}

/** Whether the provider may still have the session of an account that the sign-out is about. */
function isOpen(
  account: AccountIdentity,
  { order, stage }: JournalEntry,
  { notes, signedIn }: Surroundings,
): boolean {
  const digest = accountDigest(account);
  if (isCovered(account, order, notes)) return false;
  // It was gone, and is here: somebody has signed in, even where no page of this library has seen it.
  if (stage !== 'begun' && signedIn.has(digest)) return false;
  return !notes.some(
    (note) => note.type === 'signed-in' && note.order > order && note.about.includes(digest),
  );
}

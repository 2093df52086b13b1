import type { ClearTarget } from '../cache/account-cache';
import type { AccountIdentity, AccountInfo } from '../cache/account-info';
import { accountIdentity } from '../cache/account-info';
import { newGuid } from '../request/guid';
import { accountDigest, digestOf } from '../tabs/account-digest';
import { ALL_ACCOUNTS } from '../tabs/note';
import type { Sequence } from '../tabs/sequence';
import type { TabChannel } from '../tabs/tab-channel';
import type { AccountFact } from './account-fact';
import {
  isSignedOut,
  NO_ACCOUNTS,
  ownCopies,
  pendingSignOut,
  step,
  verdictOn,
} from './accounts-state';

/** Accounts of this tab that go by one sign-out of another tab. */
export interface PendingClearing extends ClearTarget {
  readonly correlationId: string;
}

/** What this tab knows about accounts: the state of `accounts-state.ts`, by identities, and kept in step with the notes. */
export class AccountKnowledge {
  readonly #tabs: TabChannel;
  readonly #sequence: Sequence;
  /** Whether other tabs have the same cache. */
  readonly #isShared: () => boolean;
  /** The accounts that this page has seen, by their digests. */
  readonly #seen = new Map<string, AccountIdentity>();
  #state = NO_ACCOUNTS;
  #isSigningIn = false;

  constructor(tabs: TabChannel, sequence: Sequence, isShared: () => boolean) {
    this.#tabs = tabs;
    this.#sequence = sequence;
    this.#isShared = isShared;
  }

  /** A page starts. */
  start(): void {
    this.#apply({ type: 'recalled', memory: this.#tabs.recall(), order: this.#sequence.latest });
  }

  /** Takes in what other tabs have noted. */
  readNotes(): void {
    for (const note of this.#tabs.notes()) this.#apply({ type: 'noted', note });
  }

  /** Notes that a sign-out clears accounts. */
  signOut(target: ClearTarget, order: number, correlationId: string): void {
    this.#note('signed-out', aboutOf(target), order, correlationId);
  }

  /** Notes that an account has signed in here. */
  signIn(account: AccountIdentity): void {
    const order = this.#sequence.next();
    this.#note('signed-in', [accountDigest(account)], order, '');
    this.#apply({ type: 'kept', account: accountDigest(account), order });
  }

  /** What could not be cleared stays, and its sign-out does not clear it once more. */
  keep(target: ClearTarget): void {
    for (const account of aboutOf(target).filter((it) => this.#state.listed.has(it))) {
      this.#apply({ type: 'kept', account, order: this.#sequence.next() });
    }
    this.#remember();
  }

  /** A sign-in by redirect begins: the page that it returns to may not see how it ends. */
  beginSignIn(): void {
    this.#isSigningIn = true;
    this.#remember();
  }

  /** A request without a person in front of it begins. */
  beginRequest(id: string, named: AccountIdentity | null): void {
    const account = named && accountDigest(named);
    this.#apply({ type: 'request-began', id, account, order: this.#sequence.latest });
  }

  /** It has ended; what the token is that it has brought. */
  endRequest(id: string, account: AccountIdentity | null): ReturnType<typeof verdictOn> | null {
    const verdict = account && verdictOn(this.#state, id, accountDigest(account));
    this.#apply({ type: 'request-ended', id });
    return verdict;
  }

  /** These accounts, and no others, are in the cache. */
  list(accounts: readonly AccountInfo[]): void {
    const listed = accounts.map((account) => ({
      account: accountDigest(account),
      token: digestOf(JSON.stringify(account.idTokenClaims ?? null)),
    }));
    // A tab with a cache for itself counts "all accounts" among them: it may have tokens of accounts that it cannot read.
    if (!this.#isShared()) listed.push({ account: ALL_ACCOUNTS, token: '' });
    const isNew = listed.some(({ account }) => !this.#state.listed.has(account));
    const order = isNew ? this.#sequence.next() : 0;
    this.#apply({ type: 'listed', accounts: listed, order });
    this.#remember();
    for (const account of accounts) {
      const digest = accountDigest(account);
      this.#seen.set(digest, accountIdentity(account));
      if (this.#state.signedInAway.includes(digest)) this.signIn(account);
    }
  }

  isSignedOut(account: AccountIdentity): boolean {
    return isSignedOut(this.#state, accountDigest(account));
  }

  /** The correlation id of the sign-out by which an account goes that is in the cache. */
  signOutOf(account: AccountIdentity): string | undefined {
    return pendingSignOut(this.#state, accountDigest(account))?.correlationId;
  }

  /** The accounts of a cache that this tab has for itself which other tabs have signed out, by sign-out. */
  pendingClearings(accounts: readonly AccountInfo[]): readonly PendingClearing[] {
    const pending = [...this.#state.listed.keys()].flatMap((account) => {
      const { correlationId } = pendingSignOut(this.#state, account) ?? {};
      return correlationId === undefined ? [] : [{ account, correlationId }];
    });
    const everyone = pending.length === this.#state.listed.size;
    const signOuts = new Set(pending.map(({ correlationId }) => correlationId));
    return [...signOuts].map((correlationId) => ({
      correlationId,
      everyone,
      accounts: accounts.filter((it) => this.signOutOf(it) === correlationId),
    }));
  }

  /** The accounts that this page has seen, and that are signed out and gone. */
  get gone(): readonly AccountIdentity[] {
    const { listed } = this.#state;
    return [...this.#seen.values()].filter(
      (account) => this.isSignedOut(account) && !listed.has(accountDigest(account)),
    );
  }

  #note(
    type: 'signed-out' | 'signed-in',
    about: readonly string[],
    order: number,
    correlationId: string,
  ): void {
    const note = { type, id: newGuid(), about, order, correlationId, group: '', at: Date.now() };
    this.#apply({ type: 'noted', note });
    this.#tabs.send(note);
  }

  #remember(): void {
    this.#tabs.remember({ copies: ownCopies(this.#state), isSigningIn: this.#isSigningIn });
  }

  #apply(fact: AccountFact): void {
    this.#state = step(this.#state, fact);
  }
}

function aboutOf({ accounts, everyone }: ClearTarget): readonly string[] {
  return [...new Set(accounts.map(accountDigest)), ...(everyone ? [ALL_ACCOUNTS] : [])];
}

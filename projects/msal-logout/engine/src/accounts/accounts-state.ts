import { ALL_ACCOUNTS } from '../tabs/note';
import type { OwnCopy } from '../tabs/tab-channel';
import type { AccountFact, ListedAccount } from './account-fact';

/** The last sign-out of an account. */
export interface LastSignOut {
  readonly order: number;
  readonly correlationId: string;
}

interface Listing {
  readonly since: number;
  readonly token: string;
}

interface TokenRequest {
  readonly order: number;
  readonly account: string | null;
  /** The accounts that were in the cache, and not being signed out. */
  readonly present: ReadonlySet<string>;
}

/** What a tab knows about its accounts. */
export interface AccountsState {
  /** By account, or for all of them. */
  readonly signedOut: ReadonlyMap<string, LastSignOut>;
  readonly signedIn: ReadonlyMap<string, number>;
  /** What earlier pages of this tab remember, until the first look at the cache. */
  readonly recalled: ReadonlyMap<string, Listing>;
  /** Whether this page may come back from a sign-in by redirect, until the first look at the cache. */
  readonly isSigningIn: boolean;
  /** The accounts that have signed in while no page of this tab has seen it, found by the first look. */
  readonly signedInAway: readonly string[];
  /** The accounts in the cache, each since the sign-in that this tab has them from. */
  readonly listed: ReadonlyMap<string, Listing>;
  /** Token requests under way, by id. */
  readonly requests: ReadonlyMap<string, TokenRequest>;
  /** The order at which the page started: requests that it does not know began after that. */
  readonly startedAt: number;
}

/** The state of a tab that knows of nothing yet. */
export const NO_ACCOUNTS: AccountsState = {
  signedOut: new Map(),
  signedIn: new Map(),
  recalled: new Map(),
  isSigningIn: false,
  signedInAway: [],
  listed: new Map(),
  requests: new Map(),
  startedAt: 0,
};

/** MSAL 3 and 4 do not say which request has failed: of more than these, the oldest are taken for ended. */
const MAX_REQUESTS = 100;

/** The state after `fact`. */
export function step(state: AccountsState, fact: AccountFact): AccountsState {
  switch (fact.type) {
    case 'noted':
      return noted(state, fact);
    case 'recalled': {
      const { copies, isSigningIn } = fact.memory;
      const recalled = new Map(copies.map(({ account, ...copy }) => [account, copy]));
      return { ...state, recalled, isSigningIn, startedAt: fact.order };
    }
    case 'listed':
      return listed(state, fact);
    case 'kept': {
      const { token = '' } = state.listed.get(fact.account) ?? {};
      return {
        ...state,
        listed: withEntry(state.listed, fact.account, { since: fact.order, token }),
      };
    }
    case 'request-began': {
      // MSAL may name the account only after the request has begun.
      const order = state.requests.get(fact.id)?.order ?? fact.order;
      const { account } = fact;
      const present = [...state.listed.keys()].filter((it) => !pendingSignOut(state, it));
      const request = { order, account, present: new Set(present) };
      const requests = withEntry(state.requests, fact.id, request);
      return { ...state, requests: new Map([...requests].slice(-MAX_REQUESTS)) };
    }
    case 'request-ended': {
      const requests = new Map(state.requests);
      requests.delete(fact.id);
      return { ...state, requests };
    }
  }
}

/** The last sign-out of an account, alone or with all others; none when it was never signed out. */
export function lastSignOut({ signedOut }: AccountsState, account: string): LastSignOut | null {
  const [own, ofAll] = [signedOut.get(account), signedOut.get(ALL_ACCOUNTS)];
  return (own?.order ?? 0) > (ofAll?.order ?? 0) ? (own ?? null) : (ofAll ?? null);
}

/** Whether an account was signed out, and nobody has signed in with it since. On a tie the sign-out wins. */
export function isSignedOut(state: AccountsState, account: string): boolean {
  const { order = 0 } = lastSignOut(state, account) ?? {};
  return order > 0 && order >= (state.signedIn.get(account) ?? 0);
}

/**
 * What a token is that a request without a person in front of it has brought:
 *
 * - `brought-back`: the account was signed out while the request was under way, or was asked for by name after that
 * - `sign-in`: nobody was named
 * - `renewal`: of an account that was asked for by name, and is here
 *
 * A request that nobody has seen begin has begun when the page started, for an account that is here.
 */
export function verdictOn(
  state: AccountsState,
  id: string,
  account: string,
): 'brought-back' | 'sign-in' | 'renewal' {
  const request = state.requests.get(id);
  const isPresent = (request?.present ?? state.listed).has(account);
  if (isSignedOut(state, account)) {
    const { order = 0 } = lastSignOut(state, account) ?? {};
    const isNamed = typeof request?.account === 'string';
    if (order > (request?.order ?? state.startedAt) || (isNamed && !isPresent))
      return 'brought-back';
  }
  if (request) return request.account === null ? 'sign-in' : 'renewal';
  return isPresent ? 'renewal' : 'sign-in';
}

/** The sign-out by which an account goes that is in the cache; `null` when none is later than its sign-in. */
export function pendingSignOut(state: AccountsState, account: string): LastSignOut | null {
  const signOut = lastSignOut(state, account);
  const since = state.listed.get(account)?.since ?? Infinity;
  return signOut && signOut.order >= since ? signOut : null;
}

/** What the next page of this tab has to remember. */
export function ownCopies({ listed }: AccountsState): readonly OwnCopy[] {
  return [...listed].map(([account, copy]) => ({ account, ...copy }));
}

function noted(
  state: AccountsState,
  { note }: Extract<AccountFact, { type: 'noted' }>,
): AccountsState {
  const { type, about, order, correlationId } = note;
  if (type === 'signed-out') {
    const later = about.filter((account) => order > (state.signedOut.get(account)?.order ?? 0));
    const entries = later.map((account) => [account, { order, correlationId }] as const);
    return { ...state, signedOut: new Map([...state.signedOut, ...entries]) };
  }
  if (type === 'signed-in') {
    const later = about.filter((account) => order > (state.signedIn.get(account) ?? 0));
    const entries = later.map((account) => [account, order] as const);
    return { ...state, signedIn: new Map([...state.signedIn, ...entries]) };
  }
  return state;
}

/**
 * An account is here since this tab has first seen it. The first look of a page compares with what earlier pages have
 * remembered: the same ID token is the same copy, another one is of a sign-in that happened in between.
 */
function listed(
  state: AccountsState,
  { accounts, order }: Extract<AccountFact, { type: 'listed' }>,
): AccountsState {
  const isRecalled = ({ account, token }: ListedAccount): boolean =>
    state.recalled.get(account)?.token === token;
  const entries = accounts.map((it) => {
    const recalled = isRecalled(it) ? state.recalled.get(it.account) : undefined;
    const copy = state.listed.get(it.account) ?? recalled;
    return [it.account, { since: copy?.since ?? order, token: it.token }] as const;
  });
  const signedInAway = state.isSigningIn ? accounts.filter((it) => !isRecalled(it)) : [];
  return {
    ...state,
    recalled: NO_ACCOUNTS.recalled,
    isSigningIn: false,
    signedInAway: signedInAway.map(({ account }) => account),
    listed: new Map(entries),
  };
}

function withEntry<V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> {
  return new Map([...map, [key, value]]);
}

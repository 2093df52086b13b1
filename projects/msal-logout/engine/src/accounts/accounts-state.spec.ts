import {
  ADA,
  after,
  ALAN,
  kept,
  listed,
  noted,
  signedIn,
  signedOut,
} from '../testing/account-facts';
import { ALL_ACCOUNTS } from '../tabs/note';
import type { AccountFact } from './account-fact';
import type { AccountsState } from './accounts-state';
import { isSignedOut, pendingSignOut, step } from './accounts-state';

/** What a tab may know of Ada; the sign-out is the fourth thing that happens in the browser. */
const SITUATIONS = {
  'never seen': after(),
  'signed in': after(listed(2, ADA)),
  'being signed out': after(listed(2, ADA), signedOut(4)),
  'signed out': after(listed(2, ADA), signedOut(4), listed(0)),
  'signed out with all': after(listed(2, ADA), signedOut(4, [ALL_ACCOUNTS]), listed(0)),
  'signed in again here': after(signedOut(4), signedIn(5), kept(5), listed(6, ADA)),
  'an old copy, signed in again elsewhere': after(listed(2, ADA), signedOut(4), signedIn(5)),
} as const;

/** What can happen then. */
const FACTS = {
  'the sign-out is heard again': signedOut(4),
  'an older sign-out is heard': signedOut(1),
  'a later sign-out': signedOut(9),
  'a later sign-out of all': signedOut(9, [ALL_ACCOUNTS]),
  'a later sign-out of Alan': signedOut(9, [ALAN]),
  'an older sign-in is heard': signedIn(3),
  'a sign-in at the same moment': signedIn(4),
  'a later sign-in': signedIn(9),
  'a later sign-in of Alan': signedIn(9, [ALAN]),
  'a return': noted('returned', 9),
  'she is in the cache': listed(10, ADA),
  'she is not': listed(0),
  'her sign-in ends here': kept(9),
  'a page starts': {
    type: 'recalled',
    memory: { copies: [], isSigningIn: false },
    order: 9,
  },
  'a request begins': { type: 'request-began', id: 'r-1', account: ADA, order: 9 },
  'a request ends': { type: 'request-ended', id: 'r-1' },
} as const satisfies Record<string, AccountFact>;

/** Whether she counts as signed out, is in the cache, and is there to be cleared. */
type Outcome = 'out' | 'out, listed' | 'out, to clear' | 'in' | 'in, listed' | 'in, to clear';

function outcomeOf(state: AccountsState): Outcome {
  const known = isSignedOut(state, ADA) ? 'out' : 'in';
  if (!state.listed.has(ADA)) return known;
  return pendingSignOut(state, ADA) ? `${known}, to clear` : `${known}, listed`;
}

/** Once she is signed out, alone or with all others. */
const SIGNED_OUT: Record<keyof typeof FACTS, Outcome> = {
  'the sign-out is heard again': 'out',
  'an older sign-out is heard': 'out',
  'a later sign-out': 'out',
  'a later sign-out of all': 'out',
  'a later sign-out of Alan': 'out',
  'an older sign-in is heard': 'out',
  'a sign-in at the same moment': 'out',
  'a later sign-in': 'in',
  'a later sign-in of Alan': 'out',
  'a return': 'out',
  'she is in the cache': 'out, listed',
  'she is not': 'out',
  'her sign-in ends here': 'out, listed',
  'a page starts': 'out',
  'a request begins': 'out',
  'a request ends': 'out',
};

const TABLE: Record<keyof typeof SITUATIONS, Record<keyof typeof FACTS, Outcome>> = {
  'never seen': {
    'the sign-out is heard again': 'out',
    'an older sign-out is heard': 'out',
    'a later sign-out': 'out',
    'a later sign-out of all': 'out',
    'a later sign-out of Alan': 'in',
    'an older sign-in is heard': 'in',
    'a sign-in at the same moment': 'in',
    'a later sign-in': 'in',
    'a later sign-in of Alan': 'in',
    'a return': 'in',
    'she is in the cache': 'in, listed',
    'she is not': 'in',
    'her sign-in ends here': 'in, listed',
    'a page starts': 'in',
    'a request begins': 'in',
    'a request ends': 'in',
  },
  'signed in': {
    'the sign-out is heard again': 'out, to clear',
    'an older sign-out is heard': 'out, listed',
    'a later sign-out': 'out, to clear',
    'a later sign-out of all': 'out, to clear',
    'a later sign-out of Alan': 'in, listed',
    'an older sign-in is heard': 'in, listed',
    'a sign-in at the same moment': 'in, listed',
    'a later sign-in': 'in, listed',
    'a later sign-in of Alan': 'in, listed',
    'a return': 'in, listed',
    'she is in the cache': 'in, listed',
    'she is not': 'in',
    'her sign-in ends here': 'in, listed',
    'a page starts': 'in, listed',
    'a request begins': 'in, listed',
    'a request ends': 'in, listed',
  },
  'being signed out': {
    'the sign-out is heard again': 'out, to clear',
    'an older sign-out is heard': 'out, to clear',
    'a later sign-out': 'out, to clear',
    'a later sign-out of all': 'out, to clear',
    'a later sign-out of Alan': 'out, to clear',
    'an older sign-in is heard': 'out, to clear',
    'a sign-in at the same moment': 'out, to clear',
    'a later sign-in': 'in, to clear',
    'a later sign-in of Alan': 'out, to clear',
    'a return': 'out, to clear',
    'she is in the cache': 'out, to clear',
    'she is not': 'out',
    'her sign-in ends here': 'out, listed',
    'a page starts': 'out, to clear',
    'a request begins': 'out, to clear',
    'a request ends': 'out, to clear',
  },
  'signed out': SIGNED_OUT,
  'signed out with all': SIGNED_OUT,
  'signed in again here': {
    'the sign-out is heard again': 'in, listed',
    'an older sign-out is heard': 'in, listed',
    'a later sign-out': 'out, to clear',
    'a later sign-out of all': 'out, to clear',
    'a later sign-out of Alan': 'in, listed',
    'an older sign-in is heard': 'in, listed',
    'a sign-in at the same moment': 'in, listed',
    'a later sign-in': 'in, listed',
    'a later sign-in of Alan': 'in, listed',
    'a return': 'in, listed',
    'she is in the cache': 'in, listed',
    'she is not': 'in',
    'her sign-in ends here': 'in, listed',
    'a page starts': 'in, listed',
    'a request begins': 'in, listed',
    'a request ends': 'in, listed',
  },
  'an old copy, signed in again elsewhere': {
    'the sign-out is heard again': 'in, to clear',
    'an older sign-out is heard': 'in, to clear',
    'a later sign-out': 'out, to clear',
    'a later sign-out of all': 'out, to clear',
    'a later sign-out of Alan': 'in, to clear',
    'an older sign-in is heard': 'in, to clear',
    'a sign-in at the same moment': 'in, to clear',
    'a later sign-in': 'in, to clear',
    'a later sign-in of Alan': 'in, to clear',
    'a return': 'in, to clear',
    'she is in the cache': 'in, to clear',
    'she is not': 'in',
    'her sign-in ends here': 'in, listed',
    'a page starts': 'in, to clear',
    'a request begins': 'in, to clear',
    'a request ends': 'in, to clear',
  },
};

describe.each(Object.entries(TABLE))('Ada, %s', (situation, row) => {
  it.each(Object.entries(row))('when %s: %s', (fact, outcome) => {
    const state = SITUATIONS[situation as keyof typeof SITUATIONS];
    expect(outcomeOf(step(state, FACTS[fact as keyof typeof FACTS]))).toBe(outcome);
  });

  it.each(Object.entries(FACTS))('hears twice that %s, and nothing is different', (_, fact) => {
    const once = step(SITUATIONS[situation as keyof typeof SITUATIONS], fact);
    expect(step(once, fact)).toEqual(once);
  });
});

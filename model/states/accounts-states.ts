/** The state of accounts, walked to its end: few accounts and positions, and every fact at every time. */
import type { AccountFact } from '../../projects/msal-logout/engine/src/accounts/account-fact';
import type { AccountsState } from '../../projects/msal-logout/engine/src/accounts/accounts-state';
import {
  isSignedOut,
  lastSignOut,
  NO_ACCOUNTS,
  pendingSignOut,
  step,
  verdictOn,
} from '../../projects/msal-logout/engine/src/accounts/accounts-state';
import { ALL_ACCOUNTS } from '../../projects/msal-logout/engine/src/tabs/note';
import type { Machine } from './walk-states';
import { textOf } from './walk-states';

const ORDERS = [1, 2, 3];
/** Two accounts have as many states as both together: two positions say what there is to say. */
const FEW_ORDERS = [1, 2];

const noted = (type: 'signed-out' | 'signed-in', order: number, account: string): AccountFact => ({
  type: 'noted',
  note: {
    ...{ type, id: `${type}-${order}-${account}`, about: [account], order },
    ...{ correlationId: '', group: '', at: 0 },
  },
});
const listed = (order: number, ...accounts: readonly string[]): AccountFact => ({
  type: 'listed',
  accounts: accounts.map((account) => ({ account, token: '' })),
  order,
});
const began = (account: string | null, order: number): AccountFact => ({
  type: 'request-began',
  id: 'r',
  account,
  order,
});

/** Notes are the same heard twice, and in any order. */
function checkNotes(
  notes: readonly AccountFact[],
): (before: AccountsState, fact: AccountFact, after: AccountsState) => readonly string[] {
  return (before, fact, after) => {
    if (fact.type !== 'noted') return [];
    const twice = step(after, fact);
    const violations =
      textOf(twice) === textOf(after) ? [] : ['a note says more when it is repeated'];
    for (const other of notes) {
      if (textOf(step(after, other)) === textOf(step(step(before, other), fact))) continue;
      violations.push('it matters which of two notes is heard first');
    }
    return violations;
  };
}

const NOTES_OF_TWO = FEW_ORDERS.flatMap((order) => [
  ...['ada', 'alan', ALL_ACCOUNTS].map((account) => noted('signed-out', order, account)),
  ...['ada', 'alan'].map((account) => noted('signed-in', order, account)),
]);

/** Two accounts in one cache. */
export const TWO_ACCOUNTS: Machine<AccountsState, AccountFact> = {
  name: 'the state of two accounts',
  initial: NO_ACCOUNTS,
  facts: [
    ...NOTES_OF_TWO,
    ...[...FEW_ORDERS, 3].flatMap((order) => [
      listed(order),
      listed(order, 'ada'),
      listed(order, 'ada', 'alan'),
    ]),
  ],
  step,
  check: (before, fact, after) => {
    const violations = [...checkNotes(NOTES_OF_TWO)(before, fact, after)];
    const isOfAlan = fact.type === 'noted' && fact.note.about[0] === 'alan';
    if (isOfAlan && whatOf(before, 'ada') !== whatOf(after, 'ada')) {
      violations.push('a note about Alan says something about Ada');
    }
    const { order = 0 } = lastSignOut(after, 'ada') ?? {};
    const isIn = (after.signedIn.get('ada') ?? 0) > order;
    if (isSignedOut(after, 'ada') === (isIn || order === 0)) {
      violations.push('the later one of sign-in and sign-out does not decide');
    }
    return violations;
  },
};

const NOTES_OF_ADA = ORDERS.flatMap((order) => [
  noted('signed-out', order, 'ada'),
  noted('signed-out', order, ALL_ACCOUNTS),
  noted('signed-in', order, 'ada'),
]);

/** One account, and a request that may bring it back. */
export const ONE_REQUEST: Machine<AccountsState, AccountFact> = {
  name: 'the state of a token request',
  initial: NO_ACCOUNTS,
  facts: [
    ...NOTES_OF_ADA,
    listed(0),
    ...ORDERS.map((order) => listed(order, 'ada')),
    ...[0, ...ORDERS].flatMap((order) => [began('ada', order), began(null, order)]),
    { type: 'request-ended', id: 'r' },
  ],
  step,
  check: (before, fact, after) => {
    const violations = [...checkNotes(NOTES_OF_ADA)(before, fact, after)];
    const request = after.requests.get('r');
    const verdict = verdictOn(after, 'r', 'ada');
    const { order = 0 } = lastSignOut(after, 'ada') ?? {};
    const isOut = isSignedOut(after, 'ada');
    if (request && isOut && order > request.order && verdict !== 'brought-back') {
      violations.push('a request under way at the sign-out lets somebody in');
    }
    if (!isOut && verdict === 'brought-back') {
      violations.push('somebody who is not signed out is taken for brought back');
    }
    const isSso = request?.account === null && order <= request.order;
    if (isSso && verdict === 'brought-back') {
      violations.push('ssoSilent that began after the sign-out lets nobody in');
    }
    return violations;
  },
};

/** Everything that the state says of an account. */
function whatOf(state: AccountsState, account: string): string {
  return textOf([isSignedOut(state, account), pendingSignOut(state, account)]);
}

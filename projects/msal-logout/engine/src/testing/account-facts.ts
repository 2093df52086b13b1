import type { AccountFact } from '../accounts/account-fact';
import type { AccountsState } from '../accounts/accounts-state';
import { NO_ACCOUNTS, step } from '../accounts/accounts-state';
import type { Note } from '../tabs/note';

export const ADA = 'ada-digest';
export const ALAN = 'alan-digest';

export const noted = (
  type: Note['type'],
  order: number,
  about: readonly string[] = [ADA],
): AccountFact => ({
  type: 'noted',
  note: {
    type,
    id: `${type}-${order}`,
    about,
    order,
    correlationId: `c-${order}`,
    group: '',
    at: 0,
  },
});
export const signedOut = (order: number, about?: readonly string[]): AccountFact =>
  noted('signed-out', order, about);
export const signedIn = (order: number, about?: readonly string[]): AccountFact =>
  noted('signed-in', order, about);
export const listed = (order: number, ...accounts: readonly string[]): AccountFact => ({
  type: 'listed',
  accounts: accounts.map((account) => ({ account, token: 't-1' })),
  order,
});
export const kept = (order: number): AccountFact => ({ type: 'kept', account: ADA, order });

export function after(...facts: readonly AccountFact[]): AccountsState {
  return facts.reduce(step, NO_ACCOUNTS);
}

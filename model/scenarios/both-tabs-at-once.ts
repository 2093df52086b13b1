/** Two tabs with one cache sign the same person out at the same moment. */
import { ADA } from '../../projects/msal-logout/engine/src/testing/people';
import { INVARIANTS } from '../invariants';
import type { Scenario } from '../scenario';
import { calls } from '../steps';

/** One of them asks the provider, and the other one leaves it to that one. */
export const BOTH_TABS_AT_ONCE: Scenario = {
  name: 'both-tabs-at-once',
  tabs: ['A', 'B'],
  cacheLocation: 'localStorage',
  accounts: [ADA],
  scripts: { A: [calls('A', 'logoutRedirect')], B: [calls('B', 'logoutRedirect')] },
  invariants: INVARIANTS,
  bound: 2,
  budget: 30,
};

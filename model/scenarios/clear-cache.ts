/** One tab signs out here only. */
import { ADA } from '../../projects/msal-logout/engine/src/testing/people';
import { INVARIANTS } from '../invariants';
import type { Scenario } from '../scenario';
import { calls } from '../steps';

/** Nobody else is there: all that can differ is when what comes in. */
export const CLEAR_CACHE: Scenario = {
  name: 'clear-cache',
  tabs: ['A'],
  cacheLocation: 'localStorage',
  accounts: [ADA],
  scripts: { A: [calls('A', 'clearCache')] },
  invariants: INVARIANTS,
  bound: 'unbounded',
  budget: 10,
};

/** Two tabs sign out one person each while the page of a third tab, which has a cache of its own, is away. */
import { ADA, ALAN } from '../../projects/msal-logout/engine/src/testing/people';
import { INVARIANTS } from '../invariants';
import type { Scenario } from '../scenario';
import { calls, comesBack, goesAway, hasSettled, when } from '../steps';

const bothAreDone = [hasSettled('A'), hasSettled('B')];

/** The third tab hears of both when it comes back. */
export const TWO_SIGN_OUTS_MISSED: Scenario = {
  name: 'two-sign-outs-missed',
  tabs: ['A', 'B', 'C'],
  cacheLocation: 'sessionStorage',
  accounts: [ADA, ALAN],
  given: [goesAway('C')],
  scripts: {
    A: [calls('A', 'clearCache', { account: ADA })],
    B: [calls('B', 'clearCache', { account: ALAN })],
    C: [when((world) => bothAreDone.every((isDone) => isDone(world)), comesBack('C'))],
  },
  invariants: INVARIANTS,
  bound: 'unbounded',
  budget: 30,
};

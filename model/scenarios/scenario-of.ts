/** What most scenarios have in common. */
import { ADA, ALAN } from '../../projects/msal-logout/engine/src/testing/people';
import { INVARIANTS } from '../invariants';
import type { Scenario } from '../scenario';

/** Accounts of one person, who is signed in in two tabs with one cache; walked to its end. */
const USUAL = {
  tabs: ['A', 'B'],
  cacheLocation: 'localStorage',
  accounts: [ADA],
  invariants: INVARIANTS,
  bound: 'unbounded',
  budget: 3,
} as const;

/** A scenario; what it leaves out is as usual. */
export function scenarioOf(
  name: string,
  setting: Pick<Scenario, 'scripts'> & Partial<Scenario>,
): Scenario {
  return { ...USUAL, name, ...setting };
}

export { ADA, ALAN };

/** What a sign-out has come to, walked to its end. */
import type {
  SignOutFact,
  SignOutStage,
} from '../../projects/msal-logout/engine/src/sign-outs/sign-out-stage';
import { stepSignOut } from '../../projects/msal-logout/engine/src/sign-outs/sign-out-stage';
import type { Machine } from './walk-states';

const OF_THE_PAGE: readonly SignOutFact[] = [
  ...(['cleared', 'asked', 'left', 'left-for-good', 'unfinished', 'resumed'] as const),
];
const SETTLING: readonly SignOutFact[] = [
  ...(['finished', 'returned', 'covered', 'signed-in', 'dismissed', 'expired'] as const),
];
const FROM_OUTSIDE: readonly SignOutFact[] = ['came-back', 'page-gone', 'overdue'];

/** One sign-out. */
export const SIGN_OUT_STAGES: Machine<SignOutStage, SignOutFact> = {
  name: 'the stages of a sign-out',
  initial: 'begun',
  facts: [...OF_THE_PAGE, ...SETTLING, ...FROM_OUTSIDE],
  step: stepSignOut,
  check: (before, fact, after) => {
    const violations: string[] = [];
    if (before === 'settled' && after !== 'settled') violations.push('settled is not final');
    if (SETTLING.includes(fact) && after !== 'settled') violations.push(`${fact} does not settle`);
    if (
      FROM_OUTSIDE.includes(fact) &&
      after === 'settled' &&
      !['gone', 'settled'].includes(before)
    ) {
      violations.push('a sign-out whose page is gone is forgotten');
    }
    if (before === 'interrupted' && !SETTLING.includes(fact) && fact !== 'resumed') {
      if (after !== 'interrupted') violations.push('an interruption ends by itself');
    }
    return violations;
  },
};

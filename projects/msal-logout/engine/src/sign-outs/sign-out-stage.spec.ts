import type { SignOutFact, SignOutStage } from './sign-out-stage';
import { stepSignOut } from './sign-out-stage';

const SETTLED = {
  finished: 'settled',
  returned: 'settled',
  covered: 'settled',
  'signed-in': 'settled',
  dismissed: 'settled',
  expired: 'settled',
} as const;

/** While a page works on it. */
const WORKED_ON: Record<SignOutFact, SignOutStage> = {
  ...SETTLED,
  cleared: 'cleared',
  asked: 'asking',
  left: 'away',
  'left-for-good': 'gone',
  unfinished: 'interrupted',
  resumed: 'begun',
  'came-back': 'interrupted',
  'page-gone': 'interrupted',
  overdue: 'interrupted',
};

/** What a sign-out has come to after each thing that can happen to it. */
const TABLE: Record<SignOutStage, Record<SignOutFact, SignOutStage>> = {
  begun: WORKED_ON,
  cleared: WORKED_ON,
  asking: WORKED_ON,
  away: {
    ...SETTLED,
    cleared: 'cleared',
    asked: 'asking',
    left: 'away',
    'left-for-good': 'gone',
    unfinished: 'interrupted',
    resumed: 'begun',
    'came-back': 'interrupted',
    'page-gone': 'away',
    overdue: 'interrupted',
  },
  gone: {
    ...SETTLED,
    cleared: 'cleared',
    asked: 'asking',
    left: 'away',
    'left-for-good': 'gone',
    unfinished: 'interrupted',
    resumed: 'begun',
    'came-back': 'settled',
    'page-gone': 'settled',
    overdue: 'settled',
  },
  interrupted: {
    ...SETTLED,
    cleared: 'interrupted',
    asked: 'interrupted',
    left: 'interrupted',
    'left-for-good': 'interrupted',
    unfinished: 'interrupted',
    resumed: 'begun',
    'came-back': 'interrupted',
    'page-gone': 'interrupted',
    overdue: 'interrupted',
  },
  settled: {
    ...SETTLED,
    cleared: 'settled',
    asked: 'settled',
    left: 'settled',
    'left-for-good': 'settled',
    unfinished: 'settled',
    resumed: 'settled',
    'came-back': 'settled',
    'page-gone': 'settled',
    overdue: 'settled',
  },
};

const CELLS = Object.entries(TABLE).flatMap(([stage, row]) =>
  Object.entries(row).map(([fact, next]) => [stage, fact, next] as const),
);

it.each(CELLS)('a sign-out that is %s is, after %s, %s', (stage, fact, next) => {
  expect(stepSignOut(stage as SignOutStage, fact as SignOutFact)).toBe(next);
});

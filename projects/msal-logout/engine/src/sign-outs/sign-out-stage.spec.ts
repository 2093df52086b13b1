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

/** What a sign-out has come to after each thing that can happen to it. */
const TABLE: Record<SignOutStage, Record<SignOutFact, SignOutStage>> = {
  begun: {
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
  },
  cleared: {
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
  },
  asking: {
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
  },
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

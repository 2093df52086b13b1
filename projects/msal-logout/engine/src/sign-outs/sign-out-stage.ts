/**
 * What a sign-out has come to, from its record.
 *
 * - `begun`: nothing is cleared
 * - `cleared`: the cache is proven to be clear; the provider is not asked yet
 * - `asking`: a popup is at the provider
 * - `away`: the page has left for the provider, and comes back
 * - `gone`: the page has left for the provider, which brings nobody back here
 * - `interrupted`: the provider has not answered, and no page works on it any more
 * - `settled`: nothing is left to do; final
 */
export type SignOutStage =
  'begun' | 'cleared' | 'asking' | 'away' | 'gone' | 'interrupted' | 'settled';

/**
 * What can happen to a sign-out.
 *
 * From its own page: `cleared`, `asked` (a popup leaves), `left` and `left-for-good` (the page leaves; the second to an
 * address that brings nobody back), `unfinished` and `finished` (the page is still here, or here again, and the sign-out has
 * ended there), `resumed`. From other pages: `came-back` (the tab is here without an answer), `page-gone` (its page is),
 * `overdue` (its page is gone, and the provider should have answered by now). From notes: `returned` (the provider has
 * answered), `covered` (a later sign-out of the same accounts has returned), `signed-in` (all accounts have signed in since),
 * `dismissed`. From the clock: `expired`.
 */
export type SignOutFact =
  | 'cleared'
  | 'asked'
  | 'left'
  | 'left-for-good'
  | 'unfinished'
  | 'finished'
  | 'resumed'
  | 'came-back'
  | 'page-gone'
  | 'overdue'
  | 'returned'
  | 'covered'
  | 'signed-in'
  | 'dismissed'
  | 'expired';

type Stages = Readonly<Record<SignOutFact, SignOutStage>>;

/** These end a sign-out, whatever it has come to. */
const ENDS = {
  finished: 'settled',
  returned: 'settled',
  covered: 'settled',
  'signed-in': 'settled',
  dismissed: 'settled',
  expired: 'settled',
} as const;

/** A page works on the sign-out: without that page, it is interrupted. */
const WORKED_ON: Stages = {
  ...ENDS,
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

/** What a sign-out has come to after each fact. */
const STAGES: Readonly<Record<SignOutStage, Stages>> = {
  begun: WORKED_ON,
  cleared: WORKED_ON,
  asking: WORKED_ON,
  away: { ...WORKED_ON, 'page-gone': 'away' },
  gone: { ...WORKED_ON, 'came-back': 'settled', 'page-gone': 'settled', overdue: 'settled' },
  interrupted: { ...stayingAt('interrupted'), ...ENDS, resumed: 'begun' },
  settled: stayingAt('settled'),
};

/** Whatever happens, the sign-out stays where it is. */
function stayingAt(stage: SignOutStage): Stages {
  return {
    cleared: stage,
    asked: stage,
    left: stage,
    'left-for-good': stage,
    unfinished: stage,
    finished: stage,
    resumed: stage,
    'came-back': stage,
    'page-gone': stage,
    overdue: stage,
    returned: stage,
    covered: stage,
    'signed-in': stage,
    dismissed: stage,
    expired: stage,
  };
}

/** What a sign-out has come to after `fact`. */
export function stepSignOut(stage: SignOutStage, fact: SignOutFact): SignOutStage {
  return STAGES[stage][fact];
}

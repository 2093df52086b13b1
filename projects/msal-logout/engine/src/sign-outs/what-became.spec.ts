import { accountIdentity } from '../cache/account-info';
import { accountDigest } from '../tabs/account-digest';
import type { Note } from '../tabs/note';
import { entryOf } from '../testing/journal-entry';
import { ADA, ALAN } from '../testing/people';
import type { JournalEntry } from './logout-journal';
import type { Surroundings } from './what-became';
import { hasReturned, whatBecameOf } from './what-became';

const NOW = 1_000_000_000_000;
const DAY = 24 * 60 * 60 * 1000;
const BOTH = [ADA, ALAN].map(accountIdentity);

const note = (type: Note['type'], order: number, ...people: readonly (typeof ADA)[]): Note => ({
  type,
  id: `${type}-${order}`,
  about: people.map(accountDigest),
  order,
  correlationId: '',
  group: '',
  at: NOW,
});

/** What became of a sign-out that is the fifth thing to happen in this browser, and has left its page. */
function became(members: Partial<JournalEntry>, around: Partial<Surroundings> = {}) {
  const entry = entryOf({ order: 5, startedAt: NOW, leftAt: NOW, ...members });
  return whatBecameOf(entry, {
    notes: [],
    isOwned: false,
    leftByThisTab: false,
    signedIn: new Set(),
    now: NOW,
    ...around,
  });
}

describe('a sign-out whose page is there', () => {
  it.each([
    ['she has signed in since', { notes: [note('signed-in', 9, ADA)] }],
    ['another one has returned', { notes: [note('returned', 9, ADA)] }],
    ['it is a day old', { now: NOW + 2 * DAY }],
    ['its tab is here, too', { leftByThisTab: true }],
  ])('is left to it, although %s', (_, around) => {
    expect(became({ stage: 'cleared' }, { ...around, isOwned: true }).stage).toBe('cleared');
  });
});

describe('a sign-out whose page is gone', () => {
  it.each([
    ['begun', 'interrupted'],
    ['cleared', 'interrupted'],
    ['asking', 'interrupted'],
    ['away', 'away'],
    ['gone', 'settled'],
    ['interrupted', 'interrupted'],
    ['settled', 'settled'],
  ] as const)('and was %s is %s', (stage, after) => {
    expect(became({ stage }).stage).toBe(after);
  });

  it.each([
    [4_999, 'away'],
    [5_000, 'interrupted'],
    [-5_000, 'interrupted'],
  ])('and has been away for %d ms by the clock is %s', (by, after) => {
    expect(became({ stage: 'away' }, { now: NOW + by }).stage).toBe(after);
  });

  it.each([
    ['away', 'interrupted'],
    ['gone', 'settled'],
  ] as const)('and was %s is %s when its tab is here without an answer', (stage, after) => {
    expect(became({ stage }, { leftByThisTab: true }).stage).toBe(after);
  });

  it.each([DAY + 1, -DAY - 1])('is settled after a day by the clock: %d ms', (by) => {
    expect(became({ stage: 'interrupted' }, { now: NOW + by }).stage).toBe('settled');
  });
});

describe('an interrupted sign-out of Ada and Alan', () => {
  it.each([
    ['both have signed in since', [note('signed-in', 6, ADA), note('signed-in', 7, ALAN)], []],
    ['a later one of both has returned', [note('returned', 6, ADA, ALAN)], []],
    ['a later one of each has', [note('returned', 6, ADA), note('returned', 7, ALAN)], []],
    [
      'one has signed in, the other’s has returned',
      [note('signed-in', 6, ADA), note('returned', 6, ALAN)],
      [],
    ],
    ['one of the same moment has returned', [note('returned', 5, ADA, ALAN)], []],
    ['a later one was dismissed', [note('dismissed', 6, ADA, ALAN)], []],
    ['this one was dismissed', [{ ...note('dismissed', 1), id: 's-1' }], null],
    ['this one has returned', [{ ...note('returned', 1), id: 's-1' }], null],
  ])('is settled when %s', (_, notes, left) => {
    const { stage, accounts } = became({ stage: 'interrupted', accounts: BOTH }, { notes });
    expect(stage).toBe('settled');
    if (left) expect(accounts).toEqual(left);
  });

  it.each([
    ['an earlier one has returned', [note('returned', 4, ADA, ALAN)], BOTH],
    ['they had signed in before', [note('signed-in', 4, ADA, ALAN)], BOTH],
    ['they sign in at the same moment', [note('signed-in', 5, ADA, ALAN)], BOTH],
    ['they were signed out again', [note('signed-out', 6, ADA, ALAN)], BOTH],
    ['Ada has signed in since', [note('signed-in', 6, ADA)], [accountIdentity(ALAN)]],
    ['a later one of Ada has returned', [note('returned', 6, ADA)], [accountIdentity(ALAN)]],
  ])('is still open when %s, for who is left', (_, notes, accounts) => {
    expect(became({ stage: 'interrupted', accounts: BOTH }, { notes })).toEqual({
      stage: 'interrupted',
      accounts,
    });
  });

  it('is not about an account that is in the cache again, although no page has seen the sign-in', () => {
    const signedIn = new Set([accountDigest(ADA)]);
    expect(became({ stage: 'interrupted', accounts: BOTH }, { signedIn }).accounts).toEqual([
      accountIdentity(ALAN),
    ]);
  });

  it('is about an account that is still in the cache, when it was cut off before the clearing', () => {
    const signedIn = new Set([accountDigest(ADA)]);
    expect(became({ stage: 'begun', accounts: BOTH }, { signedIn }).accounts).toEqual(BOTH);
  });
});

it('a sign-out of no known account is not settled by those of others', () => {
  const notes = [note('returned', 9, ADA), note('signed-in', 9, ADA)];
  expect(became({ stage: 'interrupted', accounts: [] }, { notes }).stage).toBe('interrupted');
});

it.each([
  ['returned', 's-1', true],
  ['returned', 's-2', false],
  ['dismissed', 's-1', false],
] as const)('a note that says %s of %s is the answer of s-1: %s', (type, id, answered) => {
  expect(hasReturned('s-1', [{ ...note(type, 1, ADA), id }])).toBe(answered);
});

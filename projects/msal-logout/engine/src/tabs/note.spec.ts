import { ADA, ALAN } from '../testing/people';
import { aboutOf, noteOf } from '../testing/tab-note';
import type { Note } from './note';
import { ALL_ACCOUNTS, isExpired, isNote, isSuperseded, NOTE_TYPES } from './note';

const DAY = 24 * 60 * 60 * 1000;

afterEach(() => jest.restoreAllMocks());

it.each(NOTE_TYPES)('a whole one is known: %s', (type) => {
  expect(isNote(noteOf({ type }))).toBe(true);
});

it.each([
  ['nothing', null],
  ['a text', 'signed-out'],
  ['a list', []],
  ['a type that nobody knows', { ...noteOf(), type: 'signed-off' }],
  ['accounts that are none', { ...noteOf(), about: [{}] }],
  ['one account that is no list', { ...noteOf(), about: '*' }],
])('%s is none', (_, value) => {
  expect(isNote(value)).toBe(false);
});

it.each(['type', 'id', 'about', 'order', 'correlationId', 'group', 'at'])(
  'one without its %s is none',
  (member) => {
    expect(isNote({ ...noteOf(), [member]: undefined })).toBe(false);
  },
);

it.each([0.5, Infinity, '7'])('one with the position %p is none', (order) => {
  expect(isNote({ ...noteOf(), order })).toBe(false);
});

it.each<[Note['type'], number]>([
  ['signed-out', 1],
  ['signed-in', 2],
  ['returned', 2],
  ['dismissed', 2],
])('one of the type %s counts for %d days', (type, days) => {
  const note = noteOf({ type });
  const { at } = note;
  const isExpiredAt = (now: number): boolean => {
    jest.spyOn(Date, 'now').mockReturnValue(now);
    return isExpired(note);
  };

  expect(isExpiredAt(at + days * DAY - 1)).toBe(false);
  expect(isExpiredAt(at + days * DAY)).toBe(true);
  // By a clock that was put back.
  expect(isExpiredAt(at - days * DAY + 1)).toBe(false);
  expect(isExpiredAt(at - days * DAY)).toBe(true);
});

it.each<[string, Partial<Note>, boolean]>([
  ['a later one of the same account', { order: 1_001 }, true],
  ['one at the same moment', {}, true],
  ['a later one of more accounts', { order: 1_001, about: aboutOf(ALAN, ADA) }, true],
  ['an earlier one', { order: 999 }, false],
  ['a later one of another account', { order: 1_001, about: aboutOf(ALAN) }, false],
  ['a later one of "all accounts" alone', { order: 1_001, about: [ALL_ACCOUNTS] }, false],
  ['a later one of another type', { order: 1_001, type: 'signed-in' }, false],
  ['a later one for other tabs', { order: 1_001, group: 'calendar' }, false],
])('one says nothing more beside %s, or does', (_, later, isIt) => {
  expect(isSuperseded(noteOf(), noteOf({ id: 'n-2', ...later }))).toBe(isIt);
});

import { ALAN } from '../testing/people';
import { aboutOf, noteOf } from '../testing/tab-note';
import { onStoredNote, storedNotes, storeNote } from './note-storage';

const DAY = 24 * 60 * 60 * 1000;
const OF_ALAN = noteOf({ id: 'n-2', about: aboutOf(ALAN) });

beforeEach(() => localStorage.clear());
afterEach(() => jest.restoreAllMocks());

it('has every note that was written, under a key of its own, whoever has written it', () => {
  storeNote(noteOf());
  // Another tab, which does not know of that one yet.
  localStorage.setItem('end-session.note.signed-out.n-2', JSON.stringify(OF_ALAN));

  expect(storedNotes()).toHaveLength(2);
  expect(storedNotes()).toEqual(expect.arrayContaining([noteOf({ at: anyTime() }), OF_ALAN]));
});

it('has one that is written twice once', () => {
  storeNote(noteOf());
  storeNote(noteOf({ order: 1_001 }));

  expect(storedNotes()).toMatchObject([{ id: 'n-1', order: 1_001 }]);
});

it('has one of every type under the same id', () => {
  storeNote(noteOf({ type: 'returned' }));
  storeNote(noteOf({ type: 'dismissed' }));

  expect(storedNotes()).toHaveLength(2);
});

it('names nobody, and has neither "msal" nor a client id in a key, which MSAL would delete', () => {
  storeNote(noteOf());

  expect(JSON.stringify(localStorage)).not.toMatch(/"ada|ada@/);
  expect(Object.keys(localStorage).join()).not.toMatch(/msal|mail-app/);
});

it('keeps a sign-out for a day, and removes what no longer counts', () => {
  storeNote(noteOf());
  const tomorrow = Date.now() + DAY;
  jest.spyOn(Date, 'now').mockReturnValue(tomorrow);
  expect(storedNotes()).toEqual([]);
  storeNote(OF_ALAN);

  expect(Object.keys(localStorage)).toEqual(['end-session.note.signed-out.n-2']);
});

it('removes what a new one says, too', () => {
  storeNote(noteOf());
  storeNote(noteOf({ id: 'n-3', order: 1_001 }));

  expect(Object.keys(localStorage)).toEqual(['end-session.note.signed-out.n-3']);
});

it.each(['', '[]', '7', 'null', '{"note":7}', '{"type":"signed-out"}'])(
  'reads nothing in %p, and removes it',
  (text) => {
    localStorage.setItem('end-session.note.signed-out.n-1', text);
    expect(storedNotes()).toEqual([]);
    storeNote(OF_ALAN);

    expect(localStorage).toHaveLength(1);
  },
);

it('leaves other keys alone', () => {
  localStorage.setItem('end-session.journal.s-1', '{}');
  storeNote(noteOf());

  expect(localStorage.getItem('end-session.journal.s-1')).toBe('{}');
});

it('has nothing where there is no storage, and breaks nothing', () => {
  jest.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('', 'SecurityError');
  });

  expect(() => storeNote(noteOf())).not.toThrow();
  expect(storedNotes()).toEqual([]);
});

it('breaks nothing where the storage is full', () => {
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('', 'QuotaExceededError');
  });

  expect(() => storeNote(noteOf())).not.toThrow();
});

it('tells of what other tabs write, until that is ended', () => {
  const told = jest.fn();
  const stop = onStoredNote(told);
  const change = (key: string | null): void => {
    window.dispatchEvent(new StorageEvent('storage', { key }));
  };
  change('theme');
  // All of the storage is cleared: no note is new.
  change(null);
  expect(told).not.toHaveBeenCalled();
  change('end-session.note.signed-out.n-1');
  expect(told).toHaveBeenCalledTimes(1);
  stop();
  change('end-session.note.signed-out.n-1');

  expect(told).toHaveBeenCalledTimes(1);
});

function anyTime(): number {
  return expect.any(Number) as number;
}

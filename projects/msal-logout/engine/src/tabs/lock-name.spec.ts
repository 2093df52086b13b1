import { holderOf, lockOf } from './lock-name';

const NAME = 'end-session.asking.test+digest';

it('is another one for every holder', () => {
  expect(holderOf(NAME)).not.toBe(holderOf(NAME));
});

it('tells which lock a holder has', () => {
  expect(lockOf(holderOf(NAME))).toBe(NAME);
});

it.each(['', 'theme', 'msal.lock#1', 'end-session.deciding', 'end-session.journal.s-1', '#1'])(
  '%p is none of a holder',
  (name) => {
    expect(lockOf(name)).toBeNull();
  },
);

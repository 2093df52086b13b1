import { InteractionLock } from './interaction-lock';

const KEY = 'msal.interaction.status';
const OURS = '{"clientId":"c1","type":"signout"}';
const lock = new InteractionLock('c1');

beforeEach(() => sessionStorage.clear());
afterEach(() => jest.restoreAllMocks());

it('is written as MSAL 4 and 5 do, and given back', () => {
  expect(lock.take()).toBe(true);
  expect(sessionStorage.getItem(KEY)).toBe(OURS);

  lock.release();
  expect(sessionStorage.getItem(KEY)).toBeNull();
});

it.each([['{"clientId":"c1","type":"signin"}'], ['c1'], ['']])(
  'is not taken from a sign-in that holds it: %s',
  (held) => {
    sessionStorage.setItem(KEY, held);

    expect(lock.take()).toBe(false);
    lock.release();
    expect(sessionStorage.getItem(KEY)).toBe(held);
  },
);

it('is taken over from a sign-out, of another client too', () => {
  sessionStorage.setItem(KEY, '{"clientId":"c2","type":"signout"}');

  expect(lock.take()).toBe(true);
  expect(sessionStorage.getItem(KEY)).toBe(OURS);
});

it('holds nobody up where the storage cannot be used', () => {
  jest.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
    throw new DOMException('no', 'SecurityError');
  });

  expect(lock.take()).toBe(true);
  expect(() => lock.release()).not.toThrow();
});

import { within } from './within';

const after = <T>(milliseconds: number, value: T): Promise<T> =>
  new Promise((resolve) => setTimeout(() => resolve(value), milliseconds));

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('is what the promise resolves to, and leaves no timer behind', async () => {
  const discard = jest.fn();

  expect(await within(100, Promise.resolve('value'), 'fallback', discard)).toBe('value');
  expect(jest.getTimerCount()).toBe(0);
  expect(discard).not.toHaveBeenCalled();
});

it('is the fallback when the promise rejects', async () => {
  expect(await within(100, Promise.reject(new Error('no')), 'fallback')).toBe('fallback');
  expect(jest.getTimerCount()).toBe(0);
});

it('is the fallback when the promise takes too long; what comes then is discarded', async () => {
  const discard = jest.fn();
  const outcome = within(100, after(101, 'late'), 'fallback', discard);
  await jest.advanceTimersByTimeAsync(100);
  expect(await outcome).toBe('fallback');
  expect(discard).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1);

  expect(discard.mock.calls).toEqual([['late']]);
});

it('needs nobody who takes what comes late', async () => {
  const outcome = within(100, after(200, 'late'), 'fallback');
  await jest.advanceTimersByTimeAsync(200);

  expect(await outcome).toBe('fallback');
});

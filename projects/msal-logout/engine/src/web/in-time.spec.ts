import { inTime } from './in-time';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('is what the promise comes to, and leaves no timer behind', async () => {
  const failure = new Error('no');

  expect(await inTime(100, Promise.resolve('value'))).toBe('value');
  await expect(inTime(100, Promise.reject(failure))).rejects.toBe(failure);
  await jest.advanceTimersByTimeAsync(0);
  expect(jest.getTimerCount()).toBe(0);
});

it('rejects when that takes too long', async () => {
  const told = jest.fn();
  inTime(100, new Promise(() => undefined)).catch(told);
  await jest.advanceTimersByTimeAsync(99);
  expect(told).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1);

  expect(told).toHaveBeenCalledWith(
    expect.objectContaining({ message: 'No answer within 100 ms.' }),
  );
});

import { InteractionType } from '../events/event-type';
import type { LogoutResult } from '../request/logout-result';
import { Latch } from './latch';

const RESULT: LogoutResult = {
  correlationId: '1',
  accounts: [],
  local: 'cleared',
  server: 'skipped',
};

/** A sign-out that ends when the test wants it to. */
function signOut() {
  let end: () => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const result = new Promise<LogoutResult>((resolve, reject) => {
    end = () => resolve(RESULT);
    fail = reject;
  });
  return { start: jest.fn(() => result), end, fail };
}

it('starts in the task of the caller, and is free again at the end', async () => {
  const latch = new Latch();
  const { start, end } = signOut();
  expect(latch.isRunning).toBe(false);

  const result = latch.run(InteractionType.None, {}, start);
  expect(start).toHaveBeenCalledTimes(1);
  expect(latch.isRunning).toBe(true);

  end();
  expect(await result).toBe(RESULT);
  expect(latch.isRunning).toBe(false);
});

it('has a second call for the same thing join', async () => {
  const latch = new Latch();
  const { start, end } = signOut();
  const other = signOut();

  const results = [{ state: 's' }, { state: 's' }].map((request, index) =>
    latch.run(InteractionType.Popup, request, index === 0 ? start : other.start),
  );
  end();

  expect(await Promise.all(results)).toEqual([RESULT, RESULT]);
  expect(other.start).not.toHaveBeenCalled();
});

it.each([
  ['another request', InteractionType.Popup, { state: 't', correlationId: '2' }],
  ['another way', InteractionType.Redirect, { state: 's', correlationId: '2' }],
])('refuses %s meanwhile', async (_, interactionType, request) => {
  const latch = new Latch();
  void latch.run(InteractionType.Popup, { state: 's' }, signOut().start);

  const { start } = signOut();
  await expect(async () => latch.run(interactionType, request, start)).rejects.toMatchObject({
    code: 'interaction_in_progress',
    correlationId: '2',
  });
  expect(start).not.toHaveBeenCalled();
});

it('refuses a request without a correlation id, too', async () => {
  const latch = new Latch();
  void latch.run(InteractionType.Popup, { state: 's' }, signOut().start);

  await expect(async () =>
    latch.run(InteractionType.Redirect, {}, signOut().start),
  ).rejects.toMatchObject({ correlationId: '' });
});

it('is free again after a failure, which both calls get', async () => {
  const latch = new Latch();
  const { start, fail } = signOut();
  const results = [1, 2].map(() => latch.run(InteractionType.None, {}, start));
  const failure = new Error('no');

  fail(failure);

  expect(await Promise.allSettled(results)).toEqual([
    { status: 'rejected', reason: failure },
    { status: 'rejected', reason: failure },
  ]);
  expect(latch.isRunning).toBe(false);
});

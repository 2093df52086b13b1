import { ADA, ALAN } from '../testing/people';
import { setupClient } from '../testing/setup-client';
import type { SignOutTask } from './sign-out-task';

const never = new Promise(() => undefined);

it('tells a task whom the sign-out is about, while they are still signed in', async () => {
  const seen: unknown[] = [];
  const task: SignOutTask = (signOut) => seen.push(signOut, cache.getAllAccounts());
  const { client, cache } = setupClient({ accounts: [ADA, ALAN], tasks: [task] });
  await client.clearCache({ account: ADA, correlationId: 'c-1' });

  expect(seen).toEqual([
    { correlationId: 'c-1', interactionType: 'none', accounts: [ADA] },
    [ADA, ALAN],
  ]);
});

it('waits for all tasks, which run at once', async () => {
  const trace: string[] = [];
  const task = (name: string, wait: number) => async () => {
    trace.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, wait));
    trace.push(`${name} ends`);
  };
  const { client, cache, reported } = setupClient({
    accounts: [ADA],
    tasks: [task('one', 20), task('two', 1)],
  });
  const clear = cache.clear.bind(cache);
  cache.clear = (...args) => {
    trace.push('clear');
    return clear(...args);
  };
  await client.clearCache();

  expect(trace).toEqual(['one begins', 'two begins', 'two ends', 'one ends', 'clear']);
  expect(reported).toEqual([]);
});

const FAILURES: readonly (readonly [string, SignOutTask, string])[] = [
  [
    'throws',
    () => {
      throw new Error('no');
    },
    'no',
  ],
  ['rejects', () => Promise.reject(new Error('no')), 'no'],
];

it.each(FAILURES)('reports a task that %s, and goes on', async (_, task, message) => {
  const { client, reported } = setupClient({ accounts: [ADA], tasks: [task] });

  await expect(client.clearCache({ correlationId: 'c-1' })).resolves.toMatchObject({
    local: 'cleared',
  });
  expect(reported).toEqual([
    expect.objectContaining({
      code: 'sign_out_task_failed',
      message: expect.stringContaining('threw'),
      correlationId: 'c-1',
      cause: expect.objectContaining({ message }),
    }),
  ]);
});

it('waits no longer than it is told to for a task that hangs, and reports it', async () => {
  const { client, cache, reported } = setupClient({
    accounts: [ADA],
    system: { signOutTaskTimeout: 30 },
    tasks: [() => never],
  });
  await client.clearCache();

  expect(cache.getAllAccounts()).toEqual([]);
  expect(reported).toEqual([
    expect.objectContaining({
      code: 'sign_out_task_failed',
      message: expect.stringContaining('30 ms'),
    }),
  ]);
});

it('is not stopped by a report that fails', async () => {
  const { client, cache, reported } = setupClient({
    accounts: [ADA],
    tasks: [() => Promise.reject(new Error('no'))],
  });
  reported.push = () => {
    throw new Error('nor does this work');
  };
  await client.clearCache();

  expect(cache.getAllAccounts()).toEqual([]);
});

it('runs no task for a sign-out that cannot begin', async () => {
  const task = jest.fn();
  const { client } = setupClient({ accounts: [ADA], tasks: [task] });
  await expect(client.logoutRedirect({ state: '\ud800' })).rejects.toThrow();

  expect(task).not.toHaveBeenCalled();
});

import { inject, Injectable } from '@angular/core';
import type { SignOutTaskContext } from 'msal-logout/engine';
import { lastValueFrom, NEVER, of, Subject, throwError } from 'rxjs';
import { setupMsalLogout } from '../testing/setup-msal-logout';
import { withEndSession } from '../with-end-session';
import type { SignOutTask } from './sign-out-tasks';
import { withSignOutTasks } from './sign-out-tasks';

@Injectable({ providedIn: 'root' })
class Drafts {
  readonly discarded: string[] = [];
}

function setupTasks(...tasks: readonly SignOutTask[]) {
  return setupMsalLogout({
    people: ['ada'],
    features: [withSignOutTasks(...tasks), withEndSession({ system: { signOutTaskTimeout: 30 } })],
  });
}

it('runs tasks in an injection context, told who signs out', async () => {
  const told: SignOutTaskContext[] = [];
  const { logout } = await setupTasks((signOut) => {
    told.push(signOut);
    inject(Drafts).discarded.push('all');
  });
  await lastValueFrom(logout.clearCache({ correlationId: 'c-1' }));

  expect(told).toEqual([
    {
      correlationId: 'c-1',
      interactionType: 'none',
      accounts: [expect.objectContaining({ homeAccountId: 'ada' })],
    },
  ]);
});

it('waits for an Observable as for a promise', async () => {
  const done = new Subject<void>();
  const { logout } = await setupTasks(() => done);
  const signOut = lastValueFrom(logout.clearCache());
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(logout.signedIn()).toBe(true);
  done.complete();
  await signOut;

  expect(logout.signedIn()).toBe(false);
});

it.each<[string, SignOutTask]>([
  [
    'throws',
    () => {
      throw new Error('no');
    },
  ],
  ['rejects', () => Promise.reject(new Error('no'))],
  ['errors', () => throwError(() => new Error('no'))],
  ['hangs', () => NEVER],
])('hands a task that %s to the ErrorHandler, and signs out', async (_, task) => {
  const { logout, unheard } = await setupTasks(() => of(null), task);
  const result = await lastValueFrom(logout.clearCache());

  expect(result).toMatchObject({ local: 'cleared' });
  expect(unheard).toEqual([expect.objectContaining({ code: 'sign_out_task_failed' })]);
});

import { MsalLogoutError } from '../errors/msal-logout-error';
import type { SignOutTask, SignOutTaskContext } from './sign-out-task';

const LATE = Symbol('late');

/** How the tasks of an application are run. */
export interface RunOptions {
  /** How long, in milliseconds, they may take. */
  readonly timeout: number;
  /** Called with `sign_out_task_failed` for each that has failed, or is not done in time. */
  readonly report: (error: MsalLogoutError) => void;
}

/** Runs all tasks at once. Resolves when they are done, or the time is up; never rejects. */
export async function runSignOutTasks(
  tasks: readonly SignOutTask[],
  signOut: SignOutTaskContext,
  { timeout, report }: RunOptions,
): Promise<void> {
  if (tasks.length === 0) return;
  const fail = (detail: string, cause?: unknown): void => {
    try {
      report(new MsalLogoutError('sign_out_task_failed', signOut.correlationId, detail, cause));
    } catch {
      // A report that fails stops nothing either.
    }
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<typeof LATE>((resolve) => (timer = setTimeout(resolve, timeout, LATE)));

  await Promise.all(
    tasks.map(async (task) => {
      try {
        const end = await Promise.race([task(signOut), late]);
        if (end === LATE) fail(`It took more than ${timeout} ms.`);
      } catch (error) {
        fail('It threw.', error);
      }
    }),
  );
  clearTimeout(timer);
}

import { inject, InjectionToken, Injector, runInInjectionContext } from '@angular/core';
import type { SignOutTaskContext } from 'msal-logout/engine';
import type { ObservableInput } from 'rxjs';
import { isObservable, lastValueFrom } from 'rxjs';
import type { MsalLogoutFeature } from '../msal-logout-feature';
import { feature } from '../msal-logout-feature';

/**
 * What an application has to clean up before anything is cleared; runs in an injection context. The sign-out waits
 * for what it returns.
 */
export type SignOutTask = (signOut: SignOutTaskContext) => ObservableInput<unknown> | void;

/** The tasks of the application. */
export const SIGN_OUT_TASKS = new InjectionToken<readonly SignOutTask[]>('SIGN_OUT_TASKS', {
  providedIn: 'root',
  factory: () => [],
});

/**
 * Has `tasks` run at the beginning of every sign-out of this tab, all at once, while tokens can still be had.
 *
 * The sign-out waits for them up to `system.signOutTaskTimeout`, which is 3 seconds unless `withEndSession` says
 * otherwise. A task that fails, or is not done by then, stops nothing: Angular's `ErrorHandler` gets an error with
 * code `sign_out_task_failed`.
 */
export function withSignOutTasks(
  ...tasks: readonly SignOutTask[]
): MsalLogoutFeature<'withSignOutTasks'> {
  return feature('withSignOutTasks', [{ provide: SIGN_OUT_TASKS, useValue: tasks }]);
}

/** The tasks of the application, as the engine runs them. */
export function injectSignOutTasks() {
  const injector = inject(Injector);
  return inject(SIGN_OUT_TASKS).map((task) => (signOut: SignOutTaskContext): unknown => {
    const work = runInInjectionContext(injector, () => task(signOut));
    return isObservable(work) ? lastValueFrom(work, { defaultValue: undefined }) : work;
  });
}

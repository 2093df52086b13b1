import { InjectionToken } from '@angular/core';
import type { MsalLogoutFeature } from '../msal-logout-feature';
import { feature } from '../msal-logout-feature';

/** What becomes of a sign-out that was interrupted before the server had its part. */
export interface InterruptedLogoutOptions {
  /**
   * `ask`: `MsalLogoutService.interrupted` tells it, and the application calls `resume()` or `dismiss()`.
   * `auto`: the application leaves for the provider when it starts; once for each sign-out, after that as with `ask`. So
   * it is for what becomes known later, and in a frame or a window that another one has opened.
   */
  readonly resume: 'ask' | 'auto';
}

/** What the application has chosen. */
export const INTERRUPTED_LOGOUT = new InjectionToken<InterruptedLogoutOptions>(
  'INTERRUPTED_LOGOUT',
  { providedIn: 'root', factory: () => ({ resume: 'ask' }) },
);

/** Says what becomes of a sign-out that was interrupted; without this the application is asked. */
export function withInterruptedLogout(
  options: InterruptedLogoutOptions,
): MsalLogoutFeature<'withInterruptedLogout'> {
  return feature('withInterruptedLogout', [{ provide: INTERRUPTED_LOGOUT, useValue: options }]);
}

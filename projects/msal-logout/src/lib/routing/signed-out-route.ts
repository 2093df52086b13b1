import { InjectionToken } from '@angular/core';
import type { MsalLogoutFeature } from '../msal-logout-feature';
import { feature } from '../msal-logout-feature';

/** Where people are sent who are not signed in. */
export const SIGNED_OUT_ROUTE = new InjectionToken<string>('SIGNED_OUT_ROUTE', {
  providedIn: 'root',
  factory: () => '/',
});

/**
 * Sends people to `url` when their accounts are cleared, and when a guarded page refuses them. Without this it is
 * `/`. The route must not be guarded itself.
 */
export function withSignedOutRoute(url: string): MsalLogoutFeature<'withSignedOutRoute'> {
  return feature('withSignedOutRoute', [{ provide: SIGNED_OUT_ROUTE, useValue: url }]);
}

import { InjectionToken } from '@angular/core';
import type { MsalLogoutFeature } from '../msal-logout-feature';
import { feature } from '../msal-logout-feature';

/** How the tabs of an application sign out together. */
export interface TabSyncOptions {
  /**
   * What the tabs know each other by; default the client id. Applications of one origin that have different client
   * ids sign out together when they use one name.
   */
  readonly channel?: string;
}

/** As `tabSync` of the engine. */
export const TAB_SYNC = new InjectionToken<string | false | undefined>('TAB_SYNC', {
  providedIn: 'root',
  factory: () => undefined,
});

/** Has all tabs of the application react to a sign-out in one of them. They do so without this, too. */
export function withTabSync({ channel }: TabSyncOptions = {}): MsalLogoutFeature<'withTabSync'> {
  return feature('withTabSync', [{ provide: TAB_SYNC, useValue: channel }]);
}

/**
 * Has every tab keep to itself: it tells nobody of its sign-outs and hears of none. Those of other tabs are still
 * noticed where tabs share one cache, in localStorage.
 */
export function withoutTabSync(): MsalLogoutFeature<'withTabSync'> {
  return feature('withTabSync', [{ provide: TAB_SYNC, useValue: false }]);
}

import { InjectionToken } from '@angular/core';
import type { EndSessionOverrides } from 'msal-logout/engine';
import type { MsalLogoutFeature } from './msal-logout-feature';
import { feature } from './msal-logout-feature';

/** What is to be otherwise than the source says. */
export const END_SESSION_OVERRIDES = new InjectionToken<EndSessionOverrides>(
  'END_SESSION_OVERRIDES',
  { factory: () => ({}) },
);

/** Overrides the configuration that the source of `provideMsalLogout` comes with, field by field. */
export function withEndSession(
  overrides: EndSessionOverrides,
): MsalLogoutFeature<'withEndSession'> {
  return feature('withEndSession', [{ provide: END_SESSION_OVERRIDES, useValue: overrides }]);
}

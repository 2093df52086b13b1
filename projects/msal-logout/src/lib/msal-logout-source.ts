import { isPlatformBrowser } from '@angular/common';
import { inject, InjectionToken, PLATFORM_ID } from '@angular/core';
import type {
  EndSessionConfiguration,
  EndSessionOverrides,
  MsalInstance,
} from 'msal-logout/engine';
import { MsalLogoutError, ɵsourceFault as sourceFault } from 'msal-logout/engine';
import { END_SESSION_OVERRIDES } from './with-end-session';

/**
 * What people are signed in with: an MSAL instance of any major from 3 to 5; or the configuration of one, with
 * which MSAL's cache in Web Storage is cleared; or a function, run in an injection context, that returns either.
 */
export type MsalLogoutSource =
  MsalInstance | EndSessionConfiguration | (() => MsalInstance | EndSessionConfiguration);

/** What the source of `provideMsalLogout` resolves to. */
export interface ResolvedSource {
  readonly source: MsalInstance | EndSessionConfiguration;
  /** Why the application cannot start with it; `null` if it can. */
  readonly failure: { readonly error: unknown } | null;
}

/**
 * The resolved source. Never throws: Angular answers the next injection of a token whose factory has thrown with an
 * error about circular dependencies. The app initializer throws `failure` instead.
 */
export const RESOLVED_SOURCE = new InjectionToken<ResolvedSource>('RESOLVED_SOURCE');

/** Signs nobody out: every sign-out is refused with `configuration_missing`. */
const NO_CLIENT: EndSessionConfiguration = { auth: { clientId: '' } };

/** Resolves the source, in an injection context. On a server it does not: MSAL 5 opens a channel that is never closed. */
export function resolveSource(source: MsalLogoutSource): ResolvedSource {
  if (!isPlatformBrowser(inject(PLATFORM_ID))) return { source: NO_CLIENT, failure: null };
  try {
    const resolved = typeof source === 'function' ? source() : source;
    const fault = faultOf(resolved, inject(END_SESSION_OVERRIDES));
    if (!fault) return { source: resolved, failure: null };
    const given = typeof source === 'function' ? `a function that returned ${fault}` : fault;
    throw new MsalLogoutError(
      'configuration_missing',
      '',
      `provideMsalLogout() was given ${given}; it needs an MSAL instance, a configuration with auth.clientId, or a ` +
        'function that returns one of these.',
    );
  } catch (error) {
    return { source: NO_CLIENT, failure: { error } };
  }
}

/** The engine takes an empty client id and refuses sign-outs; an application should know when it starts. */
function faultOf(
  source: MsalInstance | EndSessionConfiguration,
  overrides: EndSessionOverrides,
): string | null {
  const fault = sourceFault(source, overrides);
  if (fault || 'getConfiguration' in source) return fault;
  const clientId = overrides.auth?.clientId ?? source.auth.clientId;
  return clientId ? null : 'a configuration whose auth.clientId is empty';
}

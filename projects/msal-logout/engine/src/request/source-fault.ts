import { isMsalInstance } from '../cache/msal-instance';
import type { EndSessionOverrides } from './end-session-configuration';
import { isFieldObject } from './field-checks';

/**
 * Says what is given in place of an MSAL instance or a configuration that names a client; `null` when it is one of
 * these. An empty client id counts as named: sign-outs are then refused.
 */
export function sourceFault(source: unknown, { auth }: EndSessionOverrides): string | null {
  if (typeof source !== 'object')
    return typeof source === 'undefined' ? 'undefined' : `a ${typeof source}`;
  if (source === null) return 'null';
  if ('then' in source) return 'a promise';
  if (isMsalInstance(source)) return null;
  if (!isFieldObject(source)) return 'an object that is neither';
  return typeof (auth?.clientId ?? clientIdOf(source)) === 'string'
    ? null
    : 'an object without auth.clientId';
}

/** The client id of a configuration, if it has one. */
function clientIdOf(source: object): unknown {
  const { auth } = source as { readonly auth?: { readonly clientId?: unknown } | null };
  return auth?.clientId;
}

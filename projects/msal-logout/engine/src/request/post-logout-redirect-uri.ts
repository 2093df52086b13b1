import { namesItsHost } from './field-checks';

/**
 * Where the provider is asked to send the browser: the request's value, else the configuration's, else `page`
 * without query and fragment; `null` when the parameter is to be left out.
 *
 * An absolute value is sent as it is written, because providers compare it with the registered one byte by
 * byte; any other is resolved against `page`, as the browser would. Empty means not given, as with MSAL.
 */
export function postLogoutRedirectUri(
  requested: string | null | undefined,
  configured: string | null | undefined,
  page: string,
): string | null {
  const uri = requested === null ? null : requested || configured;
  if (uri === null) return null;
  if (!uri) return page.replace(/[?#].*$/s, '');
  return namesItsHost(uri) ? uri : new URL(uri, page).href;
}

import type { CompletedRequest } from './complete-request';

/** The parameters of an end-session request, by the names they have on the wire. */
export interface EndSessionParameters {
  readonly post_logout_redirect_uri: string | null;
  readonly 'client-request-id': string;
  readonly id_token_hint: string | undefined;
  readonly state: string;
  readonly logout_hint: string | undefined;
  readonly client_id: string;
}

/** What a request comes to on the wire. */
export function endSessionParameters(
  request: CompletedRequest,
  clientId: string,
  state: string,
): EndSessionParameters {
  return {
    post_logout_redirect_uri: request.postLogoutRedirectUri,
    'client-request-id': request.correlationId,
    id_token_hint: request.idTokenHint,
    state,
    logout_hint: request.logoutHint,
    client_id: clientId,
  };
}

/**
 * The address that ends the session, with `parameters` behind whatever query the endpoint has.
 *
 * A name that is there already is not set again, so `extra` cannot override the protocol's parameters; empty
 * values are left out.
 * @see {@link https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout | RP-Initiated Logout 1.0, section 2}
 */
export function endSessionUrl(
  endpoint: string,
  parameters: EndSessionParameters,
  extra: Readonly<Record<string, string>> = {},
): string {
  // Not through URL.search: it would rewrite the endpoint's own query, which has to stay as it is.
  const [address, fragment] = splitOnce(endpoint, '#');
  const [, query] = splitOnce(address, '?');
  const taken = new Set(new URLSearchParams(query ?? '').keys());
  const pairs: string[] = [];
  const wanted: Readonly<Record<string, string | null | undefined>> = { ...extra, ...parameters };
  for (const name of new Set([...Object.keys(parameters), ...Object.keys(extra)])) {
    const value = wanted[name];
    if (!value || taken.has(name)) continue;
    pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  }
  const separator = query === undefined ? '?' : query === '' || query.endsWith('&') ? '' : '&';
  return address + separator + pairs.join('&') + (fragment === undefined ? '' : `#${fragment}`);
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

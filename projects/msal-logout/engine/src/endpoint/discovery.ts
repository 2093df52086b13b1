import { isMicrosoftCloud } from './microsoft-clouds';

const CIAM = '.ciamlogin.com';

/** The members of a discovery document that a sign-out reads. */
export interface ProviderMetadata {
  readonly end_session_endpoint?: string;
}

/**
 * Where the discovery document of an authority is.
 *
 * An External ID host without a tenant gets the tenant of its own name; Microsoft's documents sit under
 * `v2.0/`, those of other providers right under the issuer, and so do AD FS's.
 * @see {@link https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfigurationRequest | Discovery 1.0, section 4.1}
 */
export function discoveryUrl(authority: URL, protocolMode: string): string {
  const path = tenantPath(authority);
  const atIssuer = protocolMode === 'OIDC' && !isMicrosoftCloud(authority);
  const version = atIssuer || path === '/adfs' ? '' : '/v2.0';
  return `${authority.origin}${path}${version}/.well-known/openid-configuration`;
}

function tenantPath({ hostname, pathname }: URL): string {
  const path = pathname.replace(/\/+$/, '');
  return path === '' && hostname.endsWith(CIAM)
    ? `/${hostname.slice(0, -CIAM.length)}.onmicrosoft.com`
    : path;
}

/** Reads a discovery document, from the text of one. Throws when it is none. */
export function parseProviderMetadata(text: string): ProviderMetadata {
  const metadata: unknown = JSON.parse(text);
  if (typeof metadata !== 'object' || metadata === null) throw new TypeError('not an object');
  const endpoint = (metadata as Record<string, unknown>)['end_session_endpoint'];
  return typeof endpoint === 'string' ? { end_session_endpoint: endpoint } : {};
}

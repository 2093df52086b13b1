import type { ServerSignOutReason } from '../request/logout-result';
import type { ProviderMetadata } from './discovery';
import { discoveryUrl, parseProviderMetadata } from './discovery';
import { isMicrosoftCloud, microsoftEndSessionEndpoint } from './microsoft-clouds';

/** The endpoint, or why there is none. */
export type EndSessionEndpoint =
  | { readonly url: string }
  | {
      readonly reason: Extract<
        ServerSignOutReason,
        'no_end_session_endpoint' | 'endpoint_unavailable'
      >;
    };

/** What is known about authorities before anybody is asked. */
export interface AuthorityConfiguration {
  readonly authority: string;
  /** The discovery document of `authority`, as text. */
  readonly authorityMetadata?: string | undefined;
  readonly protocolMode: string;
}

/**
 * Finds the end-session endpoint of an authority: in the configured metadata, else among the Microsoft
 * clouds, else in the discovery document, which is fetched once.
 */
export class EndSessionEndpoints {
  readonly #configuration: AuthorityConfiguration;
  readonly #discovered = new Map<string, Promise<ProviderMetadata>>();

  constructor(configuration: AuthorityConfiguration) {
    this.#configuration = configuration;
  }

  /** The endpoint of `authority`; never rejects. */
  async find(authority = this.#configuration.authority): Promise<EndSessionEndpoint> {
    try {
      return endpointOf(await this.#metadata(authority));
    } catch {
      return { reason: 'endpoint_unavailable' };
    }
  }

  /** Whether `authority` is one that this application has to do with, by its configuration or as Microsoft's. */
  isKnown(authority: string): boolean {
    const url = parse(authority);
    if (url?.protocol !== 'https:') return false;
    return isMicrosoftCloud(url) || url.host === parse(this.#configuration.authority)?.host;
  }

  /** Finds the endpoint of the configured authority ahead of time, when the page has nothing better to do. */
  prefetch(): void {
    const find = (): void => void this.find();
    if (typeof requestIdleCallback === 'function') requestIdleCallback(find);
    else setTimeout(find, 1_000);
  }

  #metadata(authority: string): ProviderMetadata | Promise<ProviderMetadata> {
    const { authorityMetadata, protocolMode } = this.#configuration;
    if (authorityMetadata && authority === this.#configuration.authority) {
      return parseProviderMetadata(authorityMetadata);
    }
    const url = new URL(authority);
    if (isMicrosoftCloud(url)) return { end_session_endpoint: microsoftEndSessionEndpoint(url) };
    return this.#discover(discoveryUrl(url, protocolMode));
  }

  #discover(url: string): Promise<ProviderMetadata> {
    const known = this.#discovered.get(url);
    if (known) return known;
    const metadata = fetchMetadata(url);
    this.#discovered.set(url, metadata);
    // A provider that could not be reached is asked again the next time.
    metadata.catch(() => this.#discovered.delete(url));
    return metadata;
  }
}

async function fetchMetadata(url: string): Promise<ProviderMetadata> {
  const response = await fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`Discovery answered ${response.status}`);
  return parseProviderMetadata(await response.text());
}

function endpointOf({ end_session_endpoint: endpoint }: ProviderMetadata): EndSessionEndpoint {
  if (endpoint === undefined) return { reason: 'no_end_session_endpoint' };
  return isSafeEndpoint(new URL(endpoint)) ? { url: endpoint } : { reason: 'endpoint_unavailable' };
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}

/** RP-Initiated Logout 1.0, section 2.1, wants https; a provider on the developer's machine may do without. */
function isSafeEndpoint({ protocol, hostname }: URL): boolean {
  const loopback = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  return protocol === 'https:' || (protocol === 'http:' && loopback);
}

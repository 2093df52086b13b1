import type { APIRequestContext } from '@playwright/test';
import { IDENTITY_SERVER } from '../addresses';
import { RECONNECT } from '../reconnect';

/** A request as the identity server has seen it; entered when it was answered, or broken off. */
export interface AccessLogEntry {
  readonly time: string;
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  readonly hasToken: boolean;
  readonly closedByClient: boolean;
}

/** What the identity server has seen of one browser. */
export class AccessLog {
  readonly #request: APIRequestContext;
  readonly #userAgent: string;

  constructor(request: APIRequestContext, userAgent: string) {
    this.#request = request;
    this.#userAgent = userAgent;
  }

  /** Every request, oldest first; those by which browsers ask for permission are left out. */
  async requests(path?: string): Promise<readonly AccessLogEntry[]> {
    const params = { 'user-agent': this.#userAgent };
    const response = await this.#request.get(`${IDENTITY_SERVER}/log`, { ...RECONNECT, params });
    const entries = (await response.json()) as readonly AccessLogEntry[];
    return entries.filter(
      (entry) => entry.method !== 'OPTIONS' && (path === undefined || entry.path === path),
    );
  }

  /** Those that came with an access token after `moment`, in milliseconds since 1970. */
  async withTokenAfter(moment: number): Promise<readonly AccessLogEntry[]> {
    const requests = await this.requests();
    return requests.filter(({ hasToken, time }) => hasToken && Date.parse(time) > moment);
  }
}

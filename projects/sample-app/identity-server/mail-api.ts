import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { shareWithOrigin } from './app-origin';
import { sendJson } from './json-response';
import { MAILBOXES } from './mailboxes';
import { INBOX_SCOPE } from './sample-client';
import { answerSlowly, askedSeconds, readSlowly, streamSlowly } from './slow-answers';

export interface MailApiOptions {
  readonly provider: Provider;
  readonly appOrigin: string;
  /** Told whose token a request carries. */
  readonly onIdentified: (request: IncomingMessage, sub: string) => void;
}

/** The API of the sample app: an inbox and slow answers for those with a token, and one answer for all. */
export function createMailApi({ provider, appOrigin, onIdentified }: MailApiOptions) {
  /** The `sub` of the token's person; `undefined` when the request was refused instead. */
  async function authorize(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<string | undefined> {
    const [, value] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const token = value === undefined ? undefined : await provider.AccessToken.find(value);
    if (!token?.isValid) {
      refuse(response, 401, value === undefined ? undefined : 'invalid_token');
      return undefined;
    }
    onIdentified(request, token.accountId);
    if (token.scopes.has(INBOX_SCOPE)) return token.accountId;
    refuse(response, 403, 'insufficient_scope');
    return undefined;
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', provider.issuer);
    shareWithOrigin(appOrigin, request, response);
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
    } else if (request.method !== (pathname === '/api/upload' ? 'POST' : 'GET')) {
      sendJson(response, 405, { error: 'method_not_allowed' });
    } else if (pathname === '/api/public') {
      sendJson(response, 200, { message: 'Anybody may read this.' });
    } else if (pathname === '/api/inbox') {
      const sub = await authorize(request, response);
      if (sub !== undefined) sendJson(response, 200, MAILBOXES[sub] ?? []);
    } else if (pathname === '/api/slow') {
      const sub = await authorize(request, response);
      if (sub !== undefined) await answerSlowly(response, askedSeconds(searchParams), { sub });
    } else if (pathname === '/api/upload') {
      const sub = await authorize(request, response);
      if (sub !== undefined) await readSlowly(request, response, askedSeconds(searchParams));
    } else if (pathname === '/api/stream') {
      const sub = await authorize(request, response);
      if (sub !== undefined) await streamSlowly(response, askedSeconds(searchParams));
    } else {
      sendJson(response, 404, { error: 'not_found' });
    }
  };
}

/** @see RFC 6750, section 3: a request without a token is not told an error code. */
function refuse(response: ServerResponse, status: 401 | 403, error: string | undefined): void {
  response.setHeader(
    'WWW-Authenticate',
    error === undefined ? 'Bearer' : `Bearer error="${error}"`,
  );
  sendJson(response, status, { error: error ?? 'unauthorized' });
}

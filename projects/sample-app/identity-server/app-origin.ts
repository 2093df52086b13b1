import type { IncomingMessage, ServerResponse } from 'node:http';
import type { KoaContextWithOIDC } from 'oidc-provider';

/** Takes back what oidc-provider allows other origins: discovery and keys would be readable by every page. */
export function allowOnlyOrigin(appOrigin: string) {
  return async (ctx: KoaContextWithOIDC, next: () => Promise<unknown>): Promise<void> => {
    await next();
    if (ctx.response.get('Access-Control-Allow-Origin') !== appOrigin) {
      ctx.remove('Access-Control-Allow-Origin');
    }
  };
}

/** Lets pages of the app, and no others, read the response and send a token. */
export function shareWithOrigin(
  appOrigin: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  response.setHeader('Vary', 'Origin');
  if (request.headers.origin !== appOrigin) return;
  response.setHeader('Access-Control-Allow-Origin', appOrigin);
  response.setHeader('Access-Control-Expose-Headers', 'WWW-Authenticate');
  if (request.method !== 'OPTIONS') return;
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
  response.setHeader('Access-Control-Allow-Headers', 'Authorization');
  response.setHeader('Access-Control-Max-Age', '600');
}

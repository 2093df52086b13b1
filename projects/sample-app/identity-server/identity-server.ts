import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { AccessLog } from './access-log';
import { sendJson } from './json-response';
import { createMailApi } from './mail-api';
import { createProvider } from './provider';
import type { ProviderOptions } from './provider';

/** Everything that the server answers: the OpenID provider, the mail API and the access log. */
export function createIdentityServer(options: ProviderOptions): RequestListener {
  const { appOrigin } = options;
  const accessLog = new AccessLog();
  const provider = createProvider(options);
  const answerProvider = provider.callback();
  const answerMailApi = createMailApi({
    provider,
    appOrigin,
    onIdentified: (request, sub) => {
      accessLog.identify(request, sub);
    },
  });

  provider.on('authorization.success', ({ req, oidc }) => {
    if (oidc.session?.accountId) accessLog.identify(req, oidc.session.accountId);
  });
  provider.on('grant.success', ({ req, oidc }) => {
    if (oidc.account) accessLog.identify(req, oidc.account.accountId);
  });
  provider.on('server_error', (_ctx, error) => {
    console.error(error);
  });

  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', options.issuer);
    if (pathname === '/log') {
      answerLog(accessLog, searchParams.get('user-agent'), request, response);
      return;
    }
    accessLog.follow(request, response);
    if (!pathname.startsWith('/api/')) {
      void answerProvider(request, response);
      return;
    }
    answerMailApi(request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  };
}

/** @param userAgent whose requests are wanted; `null` for everybody's */
function answerLog(
  log: AccessLog,
  userAgent: string | null,
  { method }: IncomingMessage,
  response: ServerResponse,
): void {
  if (method === 'GET') {
    sendJson(response, 200, log.entries(userAgent));
  } else if (method === 'DELETE') {
    log.clear();
    response.writeHead(204).end();
  } else {
    sendJson(response, 405, { error: 'method_not_allowed' });
  }
}

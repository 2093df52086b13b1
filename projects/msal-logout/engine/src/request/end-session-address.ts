import type { EndSessionEndpoint, EndSessionEndpoints } from '../endpoint/end-session-endpoint';
import type { CompletedRequest } from './complete-request';
import { endSessionParameters, endSessionUrl } from './end-session-url';
import type { LibraryState } from './library-state';
import { encodeState } from './library-state';
import type { ResolvedConfiguration } from './resolved-configuration';

/** Longer addresses are cut off or refused by some servers and proxies. */
const MAX_LENGTH = 2_000;

/** Where to send the browser; or why there is nowhere to send it. An address that is too long goes without the id_token_hint. */
export async function endSessionAddress(
  request: CompletedRequest,
  state: Pick<LibraryState, 'id' | 'interactionType'>,
  endpoints: EndSessionEndpoints,
  { clientId, logger }: ResolvedConfiguration,
): Promise<EndSessionEndpoint> {
  const endpoint = await endpoints.find(request.authority);
  if ('reason' in endpoint) return endpoint;
  const userState = request.state !== undefined && { userState: request.state };
  const parameters = endSessionParameters(
    request,
    clientId,
    encodeState({ ...state, ...userState }),
  );
  const extra = request.extraQueryParameters;
  const url = endSessionUrl(endpoint.url, parameters, extra);
  if (url.length <= MAX_LENGTH || !request.idTokenHint) return { url };
  logger.warning('The id_token_hint is left out, because the address is too long with it.');
  return { url: endSessionUrl(endpoint.url, { ...parameters, id_token_hint: undefined }, extra) };
}

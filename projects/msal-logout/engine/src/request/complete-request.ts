import type { AccountInfo } from '../cache/account-info';
import { isSameAccount } from '../cache/account-info';
import type { EndSessionRequest } from './end-session-request';
import { newGuid } from './guid';
import { postLogoutRedirectUri } from './post-logout-redirect-uri';
import type { ResolvedConfiguration } from './resolved-configuration';

/** An {@link EndSessionRequest} with every default filled in. */
export interface CompletedRequest {
  readonly correlationId: string;
  /** Whom to sign out, tenant profiles each on their own. */
  readonly accounts: readonly AccountInfo[];
  readonly authority: string;
  readonly logoutHint: string | undefined;
  readonly idTokenHint: string | undefined;
  readonly postLogoutRedirectUri: string | null;
  readonly state: string | undefined;
  readonly extraQueryParameters: Readonly<Record<string, string>>;
  readonly onRedirectNavigate: ((url: string) => boolean | void) | undefined;
}

/** Fills in what the request leaves to the configuration and to the accounts in the cache. */
export function completeRequest(
  request: EndSessionRequest,
  configuration: ResolvedConfiguration,
  signedIn: readonly AccountInfo[],
  page: string,
): CompletedRequest {
  const accounts = request.account ? lookUp(request.account, signedIn) : signedIn;
  return {
    correlationId: request.correlationId || newGuid(),
    accounts,
    authority: request.authority ?? configuration.authority,
    logoutHint: request.logoutHint || hintOf(accounts),
    idTokenHint: request.idTokenHint,
    postLogoutRedirectUri: postLogoutRedirectUri(
      request.postLogoutRedirectUri,
      configuration.postLogoutRedirectUri,
      page,
    ),
    state: request.state,
    extraQueryParameters: request.extraQueryParameters ?? {},
    onRedirectNavigate: request.onRedirectNavigate ?? configuration.onRedirectNavigate,
  };
}

/** The cached account, whose claims are fresh; the one given where it is not cached. */
function lookUp(account: AccountInfo, signedIn: readonly AccountInfo[]): readonly AccountInfo[] {
  const cached = signedIn.filter((candidate) => isSameAccount(candidate, account));
  const sameTenant = cached.filter(({ tenantId }) => tenantId === account.tenantId);
  const others = cached.filter(({ tenantId }) => tenantId !== account.tenantId);
  return cached.length > 0 ? [...sameTenant, ...others] : [account];
}

/** The hint of the one account that is meant; with several, the provider has to ask. */
function hintOf(accounts: readonly AccountInfo[]): string | undefined {
  const [first, ...others] = accounts;
  if (!first || others.some((other) => !isSameAccount(other, first))) return undefined;
  return first.loginHint || first.idTokenClaims?.login_hint;
}

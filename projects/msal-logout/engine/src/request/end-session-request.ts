import type { AccountInfo } from '../cache/account-info';

/**
 * A sign-out, in the terms of MSAL's `EndSessionRequest`.
 *
 * @see {@link https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout | RP-Initiated Logout 1.0, section 2}
 */
export interface EndSessionRequest {
  /** Whom to sign out; everybody when left out. Looked up in the cache by `homeAccountId` and `environment`. */
  readonly account?: AccountInfo | null | undefined;
  /** Whose server session to end; default the configuration's. */
  readonly authority?: string | undefined;
  /** Ties events, result and the provider's log together; default a new GUID. */
  readonly correlationId?: string | undefined;
  /** More parameters for the provider; those of the protocol are ignored, also where their own field is empty. */
  readonly extraQueryParameters?: Readonly<Record<string, string>> | undefined;
  /** An ID token that the provider issued; sent only when given. */
  readonly idTokenHint?: string | undefined;
  /**
   * Which server session to end; default the `loginHint` of the account, else the claim `login_hint` of its ID token.
   * Without an account, that of the one who is signed in alone.
   */
  readonly logoutHint?: string | undefined;
  /**
   * Where the provider sends the browser afterwards; `null` for nowhere, default the configuration's, else the current
   * page without query and fragment.
   */
  readonly postLogoutRedirectUri?: string | null | undefined;
  /** Comes back in the result, when the provider has confirmed. */
  readonly state?: string | undefined;
  /** Sees the end-session URL before the page leaves for it; `false` keeps the page here. */
  readonly onRedirectNavigate?: ((url: string) => boolean | void) | undefined;
}

/** What went wrong, as a value that stays the same from version to version. */
export type MsalLogoutErrorCode =
  | 'cache_clear_failed'
  | 'configuration_missing'
  | 'interaction_in_progress'
  | 'invalid_redirect_uri'
  | 'invalid_request'
  | 'no_interrupted_logout'
  | 'not_in_browser'
  | 'redirect_in_iframe'
  | 'sign_out_task_failed'
  | 'signed_out';

const MESSAGES: Readonly<Record<MsalLogoutErrorCode, string>> = {
  cache_clear_failed: 'Entries were left in the token cache after clearing it.',
  configuration_missing: 'The configuration names no client id.',
  interaction_in_progress: 'Another sign-in or sign-out is in progress.',
  invalid_redirect_uri: 'The URI must be http or https, and resolve against the page.',
  invalid_request: 'The request cannot be used.',
  no_interrupted_logout: 'There is no sign-out that was interrupted.',
  not_in_browser: 'Signing out needs a browser window.',
  redirect_in_iframe: 'A page in a frame cannot sign out by redirect.',
  sign_out_task_failed: 'A task of the application failed; the sign-out goes on.',
  signed_out: 'Accounts were cleared: the request was not made, or not waited for.',
};

/**
 * What a sign-out fails with, and a request that `msalLogoutInterceptor` does not let through. `code` is stable;
 * `message` is for people and may change.
 *
 * - `cache_clear_failed`: entries of the account are still in the token cache, or MSAL failed when it was asked, see
 *   `cause`; nothing was sent to the server
 * - `configuration_missing`: there is no client id to sign out from, or no MSAL instance or configuration at all
 * - `interaction_in_progress`: another sign-in or sign-out runs, in this tab; the message says when MSAL's lock is in the
 *   way, and how long that can last
 * - `invalid_redirect_uri`: an address in the request or configuration cannot be used
 * - `invalid_request`: the request is not an object, or another field of it, or the configured authority, cannot be
 *   used; the message names it. In strict mode, as Angular is in development, also a field that is unknown
 * - `no_interrupted_logout`: there is nothing to resume
 * - `not_in_browser`: there is no window, as on a server
 * - `redirect_in_iframe`: the page is in a frame; use a popup or clear the cache only
 * - `sign_out_task_failed`: a task of the application threw or took too long; only reported, nothing rejects with it
 * - `signed_out`: a protected request was not sent, because nobody is signed in; or aborted, because accounts were
 *   cleared; or answered 401 while a sign-out ran, with the response as `cause`
 */
export class MsalLogoutError extends Error {
  /** Always `MsalLogoutError`. */
  override readonly name = 'MsalLogoutError';

  /**
   * @param code what went wrong
   * @param correlationId the sign-out it happened in; empty before there is one
   * @param detail what exactly, appended to the message; never a token or a name
   * @param cause the error underneath, if any
   */
  constructor(
    readonly code: MsalLogoutErrorCode,
    readonly correlationId: string,
    detail?: string,
    cause?: unknown,
  ) {
    super(detail ? `${code}: ${MESSAGES[code]} ${detail}` : `${code}: ${MESSAGES[code]}`, {
      cause,
    });
  }
}

/** Whether `error` is a {@link MsalLogoutError}, and has the given code if one is given. */
export function isMsalLogoutError(
  error: unknown,
  code?: MsalLogoutErrorCode,
): error is MsalLogoutError {
  return error instanceof MsalLogoutError && (code === undefined || error.code === code);
}

/** `error` if it is one of ours, else one of ours with `code` and `error` as its cause. */
export function asMsalLogoutError(
  error: unknown,
  code: MsalLogoutErrorCode,
  correlationId: string,
): MsalLogoutError {
  return isMsalLogoutError(error)
    ? error
    : new MsalLogoutError(code, correlationId, undefined, error);
}

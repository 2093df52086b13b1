import type { ClientMetadata } from 'oidc-provider';

/** Where the sample app may receive authorization responses, relative to its origin. */
const REDIRECT_PATHS = ['/redirect', '/', '/redirect.html'] as const;

/** Where the sample app may be sent after a sign-out, relative to its origin. */
const POST_LOGOUT_REDIRECT_PATHS = ['/signed-out', '/', '/redirect', '/redirect.html'] as const;

export const SAMPLE_CLIENT_ID = 'sample-app';

/** The scope that the mail API asks for. */
export const INBOX_SCOPE = 'inbox.read';

/** All that a first-party client is granted without asking. */
export const GRANTED_SCOPES = [
  'openid',
  'profile',
  'email',
  'offline_access',
  INBOX_SCOPE,
] as const;

/**
 * The registration of the sample app: a public client that has to use PKCE.
 *
 * @param extraPaths of the app, where it may both receive authorization responses and be sent after a sign-out
 */
export function sampleClient(
  appOrigin: string,
  extraPaths: readonly string[] = [],
): ClientMetadata {
  return {
    client_id: SAMPLE_CLIENT_ID,
    client_name: 'Sample app',
    application_type: 'web',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: [...REDIRECT_PATHS, ...extraPaths].map((path) => appOrigin + path),
    post_logout_redirect_uris: [...POST_LOGOUT_REDIRECT_PATHS, ...extraPaths].map(
      (path) => appOrigin + path,
    ),
  };
}

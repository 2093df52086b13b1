import { MsalLogoutError } from '../errors/msal-logout-error';
import type { ResolvedConfiguration } from '../request/resolved-configuration';

/**
 * Throws unless a sign-out can be started from where this code runs.
 * @throws MsalLogoutError `not_in_browser`, `configuration_missing`.
 */
export function assertCanSignOut({ clientId }: ResolvedConfiguration): void {
  assertInBrowser();
  if (!clientId) throw new MsalLogoutError('configuration_missing', '', 'Field: auth.clientId.');
}

/**
 * Throws unless this page can be left for the provider.
 * @throws MsalLogoutError `redirect_in_iframe`, and those of {@link assertCanSignOut}.
 */
export function assertCanRedirect(configuration: ResolvedConfiguration): void {
  assertCanSignOut(configuration);
  if (!canRedirect(configuration)) throw new MsalLogoutError('redirect_in_iframe', '');
}

/**
 * Throws where there is no window, as on a server.
 * @throws MsalLogoutError `not_in_browser`.
 */
export function assertInBrowser(): void {
  if (typeof window === 'undefined') throw new MsalLogoutError('not_in_browser', '');
}

/** Whether this page can be left for the provider: a frame would show the provider's page within another one. */
export function canRedirect({ allowRedirectInIframe }: ResolvedConfiguration): boolean {
  return window.parent === window || allowRedirectInIframe;
}

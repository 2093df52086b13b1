import type { ServerOutcome } from '../request/logout-result';
import { elapsed } from './elapsed';
import type { NavigationClient } from './navigation-client';
import { API_ID } from './navigation-client';

const TIMED_OUT: ServerOutcome = { server: 'failed', reason: 'timed_out' };
const STAYED: ServerOutcome = { server: 'failed', reason: 'navigation_failed' };

/** How a page is left. */
export interface RedirectOptions {
  readonly navigationClient: NavigationClient;
  /** How long, in milliseconds, the page may take to be left. */
  readonly timeout: number;
}

/**
 * Leaves the page for the end-session `url`. Settles only when the page is still here, or here again out of the
 * back/forward cache, and never rejects.
 */
export async function signOutByRedirect(
  url: string,
  { navigationClient, timeout }: RedirectOptions,
): Promise<ServerOutcome> {
  const settled = new AbortController();
  try {
    const options = { apiId: API_ID.logoutRedirect, timeout, noHistory: false };
    return await Promise.race([
      navigationClient.navigateExternal(url, options).then((late) => (late ? TIMED_OUT : STAYED)),
      restored(settled.signal),
      // MSAL's own navigation client ends by itself; one of the application may not.
      elapsed(timeout, settled.signal).then(() => TIMED_OUT),
    ]);
  } catch (error) {
    return isTimeOut(error) ? TIMED_OUT : STAYED;
  } finally {
    settled.abort();
  }
}

/** MSAL's own navigation client rejects with this code when the page is still here. */
function isTimeOut(error: unknown): boolean {
  return error instanceof Error && 'errorCode' in error && error.errorCode === 'timed_out';
}

/** The user went back to this page from wherever the redirect had come to. */
function restored(settled: AbortSignal): Promise<ServerOutcome> {
  return new Promise((resolve) => {
    window.addEventListener(
      'pageshow',
      ({ persisted }) => {
        if (persisted) resolve({ server: 'unconfirmed', reason: 'went_back' });
      },
      { signal: settled },
    );
  });
}

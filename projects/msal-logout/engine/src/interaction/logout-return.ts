import type { LogoutJournal } from '../journal/logout-journal';
import { WebStorageJournal } from '../journal/web-storage-journal';
import { decodeState } from '../request/library-state';
import type { LogoutResult } from '../request/logout-result';
import type { InteractionType } from '../events/event-type';

/** A sign-out that left the page and has come back. */
export interface LogoutReturn {
  readonly interactionType: InteractionType;
  readonly result: LogoutResult;
}

/**
 * For the page that a redirect sign-out returns to: what became of it, or `null` when this page load is not
 * the return of one.
 *
 * The provider's `state` is matched to the journal, once, and taken out of the address bar before the first
 * `await`, so that a router started afterwards does not see it.
 * @see {@link https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RedirectionAfterLogout | RP-Initiated Logout 1.0, section 3}
 */
export async function completeLogout(): Promise<LogoutReturn | null> {
  return Promise.resolve(takeLogoutReturn(new WebStorageJournal()));
}

/** {@link completeLogout} with a journal of one's own, in one go. */
export function takeLogoutReturn(journal: LogoutJournal): LogoutReturn | null {
  if (typeof window === 'undefined') return null;
  const url = new URL(window.location.href);
  const state = decodeState(url.searchParams.get('state') ?? '');
  const entry = state && journal.find(state.id);
  if (!entry) return null;

  journal.remove(entry.stateId);
  window.history.replaceState(window.history.state, '', withoutState(url));
  return {
    interactionType: entry.interactionType,
    result: {
      correlationId: entry.correlationId,
      accounts: entry.accounts,
      local: 'cleared',
      server: 'confirmed',
      ...(state.userState !== undefined && { state: state.userState }),
    },
  };
}

/** Only the one parameter is cut out: writing the others anew could change how they are encoded. */
function withoutState({ pathname, search, hash }: URL): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => !pair.startsWith('state='));
  return pathname + (kept.length > 0 ? `?${kept.join('&')}` : '') + hash;
}

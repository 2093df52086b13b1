import { decodeState } from '../request/library-state';
import type { LogoutResult } from '../request/logout-result';
import { endingNote } from '../sign-outs/ending-note';
import type { LogoutJournal } from '../sign-outs/logout-journal';
import { WebStorageJournal } from '../sign-outs/web-storage-journal';
import { hasReturned } from '../sign-outs/what-became';
import { storedNotes, storeNote } from '../tabs/note-storage';
import { ReturnChannel } from './return-channel';

/** A sign-out that left the page and has come back. */
export interface LogoutReturn {
  /** How the sign-out had left. */
  readonly interactionType: 'redirect' | 'popup';
  /** Whether the page that it has left had given it up, and told so, before. */
  readonly isLate: boolean;
  /** How it ended: `confirmed`, or `unconfirmed` when the provider sent no state back. */
  readonly result: LogoutResult;
}

/**
 * For the page that a sign-out returns to: what became of it, or `null` when this page load is not the return of
 * one.
 *
 * The provider's `state` is matched to the journal, once, and taken out of the address bar before the first
 * `await`, so that a router started afterwards does not see it. An arrival of this tab at the post-logout address without a
 * state, or with an error, proves nothing: `unconfirmed`, and the sign-out is interrupted. In a popup, the window that waits is told, and
 * the popup closes; should the browser not let it, the promise resolves and the page can show something.
 * @see {@link https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RedirectionAfterLogout | RP-Initiated Logout 1.0, section 3}
 */
export async function completeLogout(): Promise<LogoutReturn | null> {
  const returned = takeLogoutReturn(new WebStorageJournal());
  if (returned?.interactionType === 'popup') await closePopup();
  return returned;
}

/** {@link completeLogout} with a journal of one's own, in one go. */
export function takeLogoutReturn(journal: LogoutJournal): LogoutReturn | null {
  if (typeof window === 'undefined') return null;
  const url = new URL(window.location.href);
  const state = decodeState(url.searchParams.get('state') ?? '');
  const entry = state ? journal.find(state.id) : journal.entryOfThisTab();
  if (!entry || hasReturned(entry.stateId, storedNotes())) return null;
  if (!state && !hasArrivedAt(entry.postLogoutRedirectUri, url)) return null;

  const isAnswered = state !== null && !url.searchParams.has('error');
  const isAwaited = state?.interactionType === 'popup';
  if (isAnswered) storeNote(endingNote('returned', entry));
  // The window that waits for a popup ends the sign-out; so does this page, which is of the tab that has left.
  if (isAnswered && !isAwaited) journal.remove(entry.stateId);
  if (!isAnswered && !isAwaited) journal.write({ ...entry, stage: 'interrupted' });
  journal.unmarkTab();
  if (state) window.history.replaceState(window.history.state, '', withoutState(url));
  if (isAnswered && isAwaited) tellOpener(entry.stateId);
  return {
    interactionType: state?.interactionType ?? 'redirect',
    isLate: entry.stage === 'interrupted',
    result: {
      correlationId: entry.correlationId,
      accounts: entry.accounts,
      local: entry.local ?? 'cleared',
      server: isAnswered ? 'confirmed' : 'unconfirmed',
      ...(isAnswered && state.userState !== undefined && { state: state.userState }),
    },
  };
}

/** Whether a provider that does not send the state back has sent the browser to this page. */
function hasArrivedAt(postLogoutRedirectUri: string | null, { origin, pathname }: URL): boolean {
  // Who reloads the page or goes back to it has not been sent here.
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return (
    (navigation?.type ?? 'navigate') === 'navigate' &&
    postLogoutRedirectUri?.split(/[?#]/)[0] === origin + pathname
  );
}

/**
 * Only the one parameter is cut out: writing the others anew could change how they are encoded. With the origin,
 * because a path may begin with `//`, and would be a host without it.
 */
function withoutState({ href }: URL): string {
  const url = new URL(href);
  const pairs = url.search.slice(1).split('&');
  url.search = pairs.filter((pair) => !pair.startsWith('state=')).join('&');
  return url.href;
}

function tellOpener(stateId: string): void {
  const channel = new ReturnChannel(stateId);
  channel.speak();
  channel.close();
}

/** Resolves when the popup is still open after it was closed. */
function closePopup(): Promise<void> {
  window.close();
  return new Promise((resolve) => setTimeout(resolve, 500));
}

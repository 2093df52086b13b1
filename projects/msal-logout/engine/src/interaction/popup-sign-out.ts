import { attempt } from '../attempt';
import { decodeState } from '../request/library-state';
import type { ServerOutcome } from '../request/logout-result';
import { elapsed } from './elapsed';
import { ReturnChannel } from './return-channel';

const POLL_INTERVAL = 50;
/** How long the word of a popup may take that is gone, or home again without a state. */
const GRACE = 100;

/** What the wait for a popup needs to know. */
export interface PopupOptions {
  readonly stateId: string;
  readonly postLogoutRedirectUri: string | null;
  /** How long, in milliseconds, to wait. */
  readonly timeout: number;
  /** Whether the return page has matched the state, also when its word is late. */
  readonly hasReturned: () => boolean;
  /** Called when a popup that seemed closed has come back after all. */
  readonly onLateConfirmation: () => void;
}

const CONFIRMED: ServerOutcome = { server: 'confirmed' };
const UNCONFIRMED: ServerOutcome = { server: 'unconfirmed' };
const CLOSED: ServerOutcome = { server: 'unconfirmed', reason: 'popup_closed' };
const TIMED_OUT: ServerOutcome = { server: 'unconfirmed', reason: 'timed_out' };

/**
 * Waits for a popup that is on its way to the provider, for the first of these: its return page says that it is back,
 * it is seen back with our state, or back without one or with an error, it is closed, or the time is up. Then closes it.
 */
export async function signOutByPopup(popup: Window, options: PopupOptions): Promise<ServerOutcome> {
  const { stateId, timeout, onLateConfirmation } = options;
  const channel = new ReturnChannel(stateId);
  const heard = channel.heard();
  const settled = new AbortController();

  const outcome = await Promise.race([
    heard.then(() => CONFIRMED),
    seen(popup, options, settled.signal),
    elapsed(timeout, settled.signal).then(() => TIMED_OUT),
  ]);
  settled.abort();
  popup.close();
  if (outcome !== CLOSED) {
    channel.close();
    return outcome;
  }
  // A Cross-Origin-Opener-Policy makes a popup look closed that is not: its word may still come.
  const late = setTimeout(() => channel.close(), timeout);
  void heard.then(() => {
    clearTimeout(late);
    channel.close();
    onLateConfirmation();
  });
  return outcome;
}

/** How the popup was seen to end. */
function seen(popup: Window, options: PopupOptions, settled: AbortSignal): Promise<ServerOutcome> {
  return new Promise((resolve) => {
    const poll = setInterval(() => {
      const outcome = look(popup, options);
      if (!outcome) return;
      clearInterval(poll);
      if (outcome === CONFIRMED) resolve(outcome);
      else {
        const decide = (): void => resolve(options.hasReturned() ? CONFIRMED : outcome);
        void elapsed(GRACE, settled).then(decide);
      }
    }, POLL_INTERVAL);
    settled.addEventListener('abort', () => clearInterval(poll));
  });
}

/** What can be seen of the popup; `null` while it is away. */
function look(popup: Window, options: PopupOptions): ServerOutcome | null {
  if (popup.closed) return CLOSED;
  const address = addressOf(popup);
  if (!address) return null;
  for (const parameters of [address.search, address.hash]) {
    const answer = new URLSearchParams(parameters.slice(1));
    if (decodeState(answer.get('state') ?? '')?.id !== options.stateId) continue;
    return answer.has('error') ? UNCONFIRMED : CONFIRMED;
  }
  // A provider that does not send the state back: it is home, but nothing proves what happened.
  const home = options.postLogoutRedirectUri?.split(/[?#]/)[0];
  return address.origin + address.pathname === home ? UNCONFIRMED : null;
}

/** The address of a popup that is on this origin. */
function addressOf({ location }: Window): URL | null {
  return attempt(
    () => (location.origin === window.location.origin ? new URL(location.href) : null),
    null,
  );
}

import type { LogoutResult } from 'msal-logout';

type Server = LogoutResult['server'];
type Reason = NonNullable<LogoutResult['reason']>;

/** A sign-out in words. */
export interface ResultDescription {
  readonly title: string;
  /** What became of the accounts in this browser. */
  readonly local: string;
  /** What became of the session on the identity server. */
  readonly server: string;
  /** Why the server part did not come to a confirmed end, where the result says so. */
  readonly reason: string | null;
  /** Whether the session on the server may still be alive. */
  readonly sessionMayLive: boolean;
}

const SERVER = {
  confirmed: 'The identity server has ended your session, too.',
  unconfirmed:
    'The identity server was asked to end your session, but it did not confirm that it has.',
  skipped:
    'The identity server was not asked, so your session there goes on: the next sign-in may need no password.',
  failed:
    'The identity server could not be told, so your session there goes on: the next sign-in may need no password.',
  delegated: 'Another tab of this app is ending your session on the identity server.',
} as const satisfies Record<Server, string>;

const REASON = {
  popup_blocked: 'The browser did not allow the window that was to end it.',
  popup_closed: 'The window that was to end it was closed too early.',
  timed_out: 'It took too long.',
  endpoint_unavailable: 'The address to sign out at could not be found.',
  no_end_session_endpoint: 'The identity server has no address to sign out at.',
  navigation_failed: 'The browser did not go to the identity server.',
  other_tab: 'You signed out in several tabs at once, and one of them is enough.',
} as const satisfies Record<Reason, string>;

/** Puts `result` into sentences for the person who signed out. */
export function describeResult({ accounts, server, reason }: LogoutResult): ResultDescription {
  return {
    title: server === 'confirmed' ? 'You are signed out' : 'You are signed out of this app',
    local: describeAccounts(accounts.length),
    server: SERVER[server],
    reason: reason === undefined ? null : REASON[reason],
    sessionMayLive: server !== 'confirmed' && server !== 'delegated',
  };
}

// The library keeps no names across the redirect, so the people are counted and not named.
function describeAccounts(count: number): string {
  if (count === 0) return 'Nobody was signed in, and this browser keeps no tokens of this app.';
  if (count === 1) return 'Your account and every token that came with it have left this browser.';
  const who = count === 2 ? 'Both accounts' : `All ${count} accounts`;
  return `${who} and every token that came with them have left this browser.`;
}

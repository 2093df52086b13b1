import type { LogoutResult } from 'msal-logout';

type Server = LogoutResult['server'];
type Reason = NonNullable<LogoutResult['reason']>;

/** A sign-out in words. */
export interface ResultDescription {
  readonly title: string;
  /** What became of the accounts in this browser. */
  readonly local: string;
  /** Who is still signed in; `null` when nobody is. */
  readonly others: string | null;
  /** What became of the session on the identity server. */
  readonly server: string;
  /** Why the server part did not come to a confirmed end, where the result says so. */
  readonly reason: string | null;
  /** Whether the session on the server may still be alive. */
  readonly sessionMayLive: boolean;
}

const UNPROVEN =
  'This page may not look into the storage of this browser: tokens of this app may be left there.';

const SERVER = {
  confirmed: 'The identity server has ended the session, too.',
  unconfirmed:
    'The identity server was asked to end your session, but it did not confirm that it has.',
  skipped:
    'The identity server was not asked, so your session there goes on: the next sign-in may need no password.',
  failed:
    'The identity server could not be told, so your session there goes on: the next sign-in may need no password.',
  delegated: 'Another tab of this app is ending your session on the identity server.',
} as const satisfies Record<Server, string>;

const REASON = {
  popup_blocked:
    'The browser blocked the window for it. Allow popups for this page, or sign out by redirect.',
  popup_closed: 'The window was closed before the identity server had answered.',
  timed_out: 'No answer came in time.',
  endpoint_unavailable: 'The address to sign out at could not be found.',
  no_end_session_endpoint: 'The identity server has no address to sign out at.',
  navigation_failed: 'The browser did not go to the identity server.',
  went_back: 'You came back here before the identity server had answered.',
  other_tab: 'You signed out in several tabs at once, and one of them is enough.',
} as const satisfies Record<Reason, string>;

/** Puts `result` into sentences for the person who signed out; `others` are the names of who did not. */
export function describeResult(
  { accounts, local, server, reason }: LogoutResult,
  others: readonly string[],
): ResultDescription {
  const who = others.length === 0 ? 'You are' : 'One account is';
  return {
    title: `${who} signed out${server === 'confirmed' ? '' : ' of this app'}`,
    local: local === 'cleared' ? describeAccounts(accounts.length, others.length) : UNPROVEN,
    others: others.length === 0 ? null : describeOthers(others),
    server: SERVER[server],
    reason: reason === undefined ? null : REASON[reason],
    sessionMayLive: server !== 'confirmed' && server !== 'delegated',
  };
}

// The library keeps no names across the redirect, so the people are counted and not named.
function describeAccounts(count: number, others: number): string {
  if (count === 0) return 'Nobody was signed in, and this browser keeps no tokens of this app.';
  if (count === 1) {
    const whose = others === 0 ? 'Your' : 'That';
    return `${whose} account and every token that came with it have left this browser.`;
  }
  const who = count === 2 ? 'Both accounts' : `All ${count} accounts`;
  return `${who} and every token that came with them have left this browser.`;
}

function describeOthers(names: readonly string[]): string {
  const list = new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
  return `${list} ${names.length === 1 ? 'is' : 'are'} still signed in.`;
}

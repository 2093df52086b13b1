import type { MsalLogoutErrorCode } from '../errors/msal-logout-error';
import { isMsalLogoutError, MsalLogoutError } from '../errors/msal-logout-error';
import type { LogoutResult } from './logout-result';

const RESULT: LogoutResult = {
  correlationId: 'c-1',
  accounts: [],
  local: 'cleared',
  server: 'failed',
  reason: 'popup_blocked',
};

it('knows every way in which the server part can end', () => {
  const sentences = {
    confirmed: 'ended',
    unconfirmed: 'not known',
    skipped: 'not asked',
    failed: 'not reached',
    delegated: 'asked by another tab',
  } satisfies Record<LogoutResult['server'], string>;
  // @ts-expect-error there is no such end
  const other: LogoutResult['server'] = 'cancelled';
  // @ts-expect-error a result exists only when the cache is clear
  const uncleared: LogoutResult = { ...RESULT, local: 'failed' };
  // @ts-expect-error results carry identities, and no names
  const names = RESULT.accounts.map(({ username }) => String(username));

  expect([sentences[RESULT.server], other, uncleared.local, names]).toHaveLength(4);
});

it('narrows an unknown error to one of this library', () => {
  const error: unknown = new MsalLogoutError('signed_out', 'c-1');
  // @ts-expect-error nothing is known of it yet
  const unknownCode: unknown = error.code;
  const code: MsalLogoutErrorCode | null = isMsalLogoutError(error) ? error.code : null;
  // @ts-expect-error there is no such code
  const misspelt = isMsalLogoutError(error, 'singed_out');

  expect([unknownCode, code, misspelt]).toEqual(['signed_out', 'signed_out', false]);
});

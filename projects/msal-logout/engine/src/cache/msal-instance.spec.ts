import type { CacheFact } from './account-cache';
import { factIn, isMsalInstance } from './msal-instance';

const ADA = {
  homeAccountId: 'ada',
  environment: 'id.example',
  tenantId: '',
  localAccountId: 'ada',
};
const OF_ADA = { account: ADA, correlationId: 'c-1' };
const CHANGED: CacheFact = { type: 'changed' };
const BEGAN: CacheFact = { type: 'sign-in-began' };
const SIGNED_IN: CacheFact = { type: 'signed-in', account: ADA };
const began = (account: typeof ADA | null, id = 'c-1'): CacheFact => ({
  type: 'request-began',
  id,
  account,
});
const ended = (account: typeof ADA | null, id = 'c-1'): CacheFact => ({
  type: 'request-ended',
  id,
  account,
});

it.each<[string, string | null, unknown, CacheFact]>([
  ['msal:loginStart', 'redirect', null, BEGAN],
  ['msal:loginStart', 'popup', null, CHANGED],
  ['msal:acquireTokenStart', 'redirect', OF_ADA, BEGAN],
  ['msal:acquireTokenFromNetworkStart', 'silent', OF_ADA, began(ADA)],
  ['msal:acquireTokenFromNetworkStart', 'silent', { correlationId: 'c-1' }, CHANGED],
  ['msal:acquireTokenSuccess', 'silent', { ...OF_ADA, fromCache: true }, ended(null)],
  ['msal:acquireTokenSuccess', 'silent', { ...OF_ADA, fromCache: false }, ended(ADA)],
  ['msal:loginSuccess', 'redirect', OF_ADA, SIGNED_IN],
  ['msal:loginSuccess', 'popup', { correlationId: 'c-1' }, CHANGED],
  ['msal:acquireTokenStart', 'popup', OF_ADA, CHANGED],
  ['msal:acquireTokenSuccess', 'popup', OF_ADA, SIGNED_IN],
  ['msal:acquireTokenSuccess', 'redirect', null, CHANGED],
  ['msal:acquireTokenFailure', 'popup', null, CHANGED],
  ['msal:acquireTokenStart', 'silent', OF_ADA, began(ADA)],
  ['msal:acquireTokenStart', 'silent', { ...OF_ADA, account: null }, began(null)],
  ['msal:acquireTokenStart', 'silent', { ...OF_ADA, account: { name: 'Ada' } }, began(null)],
  ['msal:acquireTokenStart', 'silent', 'payload', began(null, '')],
  ['msal:acquireTokenStart', 'silent', null, began(null, '')],
  ['msal:acquireTokenSuccess', 'silent', OF_ADA, ended(ADA)],
  ['msal:acquireTokenSuccess', 'silent', { correlationId: 7 }, ended(null, '')],
  ['msal:acquireTokenFailure', 'silent', null, ended(null, '')],
  ['msal:ssoSilentStart', 'silent', OF_ADA, began(null)],
  ['msal:ssoSilentSuccess', 'silent', OF_ADA, ended(ADA)],
  ['msal:ssoSilentFailure', 'silent', null, ended(null, '')],
  ['msal:acquireTokenByCodeStart', 'silent', OF_ADA, began(null)],
  ['msal:acquireTokenByCodeSuccess', 'silent', OF_ADA, ended(ADA)],
  ['msal:acquireTokenByCodeFailure', 'silent', null, ended(null, '')],
  ['msal:logoutSuccess', 'redirect', OF_ADA, CHANGED],
  ['msal:accountAdded', null, ADA, CHANGED],
])('%s, %s, with %j says %j', (eventType, interactionType, payload, fact) => {
  const message = { eventType, interactionType, payload };

  expect(factIn(message, { emitsLoginOfOtherTabs: false })).toEqual(fact);
});

it('takes the correlation id of the event before that of its payload', () => {
  const message = {
    eventType: 'msal:acquireTokenFailure',
    interactionType: 'silent',
    payload: OF_ADA,
    correlationId: 'c-2',
  };

  expect(factIn(message, { emitsLoginOfOtherTabs: false })).toEqual(ended(null, 'c-2'));
});

it('says nothing of a sign-in by an event that also tells of other tabs', () => {
  const login = { eventType: 'msal:loginSuccess', interactionType: 'popup', payload: OF_ADA };
  const token = { ...login, eventType: 'msal:acquireTokenSuccess' };

  expect(factIn(login, { emitsLoginOfOtherTabs: true })).toEqual(CHANGED);
  expect(factIn(token, { emitsLoginOfOtherTabs: true })).toEqual(SIGNED_IN);
});

it('takes what can be asked for accounts for an instance', () => {
  expect(isMsalInstance({ getAllAccounts: () => [] })).toBe(true);
  expect(isMsalInstance({ getAllAccounts: [] })).toBe(false);
  expect(isMsalInstance({ auth: { clientId: 'c1' } })).toBe(false);
});

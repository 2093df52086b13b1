import { changeToldBy, isMsalInstance } from './msal-instance';

const ada = { account: { homeAccountId: 'ada' } };

it.each([
  ['msal:loginStart', 'redirect', null, 'sign-in'],
  ['msal:ssoSilentStart', 'silent', null, 'sign-in'],
  ['msal:acquireTokenStart', 'popup', ada, 'sign-in'],
  ['msal:acquireTokenStart', 'silent', ada, 'unknown'],
  ['msal:acquireTokenStart', 'silent', { account: null }, 'sign-in'],
  ['msal:acquireTokenStart', 'silent', {}, 'sign-in'],
  ['msal:acquireTokenStart', 'silent', null, 'sign-in'],
  ['msal:acquireTokenStart', 'silent', 'payload', 'sign-in'],
  ['msal:loginSuccess', 'redirect', null, 'sign-in'],
  ['msal:loginSuccess', 'silent', null, 'silent-token'],
  ['msal:acquireTokenSuccess', 'popup', ada, 'sign-in'],
  ['msal:acquireTokenSuccess', 'silent', ada, 'silent-token'],
  ['msal:acquireTokenFailure', 'popup', null, 'unknown'],
  ['msal:logoutSuccess', 'redirect', null, 'unknown'],
])('%s, %s, with %j is %s', (eventType, interactionType, payload, change) => {
  expect(changeToldBy({ eventType, interactionType, payload })).toBe(change);
});

it('takes what can be asked for accounts for an instance', () => {
  expect(isMsalInstance({ getAllAccounts: () => [] })).toBe(true);
  expect(isMsalInstance({ getAllAccounts: [] })).toBe(false);
  expect(isMsalInstance({ auth: { clientId: 'c1' } })).toBe(false);
});

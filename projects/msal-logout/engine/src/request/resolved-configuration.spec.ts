import { resolveConfiguration } from './resolved-configuration';

it.each([
  [{}, 'https://login.microsoftonline.com/common'],
  [{ authority: 'https://id.example' }, 'https://id.example'],
  [
    { authority: 'https://id.example', azureCloudOptions: { azureCloudInstance: 'none' } },
    'https://id.example',
  ],
  [
    { azureCloudOptions: { azureCloudInstance: 'https://login.microsoftonline.us' } },
    'https://login.microsoftonline.us/common',
  ],
  [
    {
      authority: 'https://id.example',
      azureCloudOptions: { azureCloudInstance: 'https://login.microsoftonline.us', tenant: 't-1' },
    },
    'https://login.microsoftonline.us/t-1',
  ],
])('with %j the authority is %s', (auth, authority) => {
  expect(resolveConfiguration({ auth: { clientId: 'c', ...auth } }).authority).toBe(authority);
});

it.each([
  ['MSAL 5', { navigatePopups: false }, false],
  ['MSAL 4', { asyncPopups: true }, false],
  ['MSAL 3', { asyncPopups: false }, true],
  ['nobody', {}, true],
])('knows from %s whether popups open blank', (_, system, blank) => {
  expect(resolveConfiguration({ auth: { clientId: 'c' }, system }).navigatePopups).toBe(blank);
});

it.each([
  ['MSAL 5', { system: { protocolMode: 'OIDC' } }],
  ['MSAL 4', { auth: { clientId: 'c', protocolMode: 'OIDC' } }],
])('finds the protocol mode where %s keeps it', (_, configuration) => {
  expect(resolveConfiguration({ auth: { clientId: 'c' }, ...configuration }).protocolMode).toBe(
    'OIDC',
  );
});

it.each([
  ['MSAL 5', { popupBridgeTimeout: 1_000 }, 1_000],
  ['MSAL 3 and 4', { windowHashTimeout: 2_000 }, 2_000],
  ['both', { popupBridgeTimeout: 1_000, windowHashTimeout: 2_000 }, 1_000],
  ['nobody', {}, 60_000],
])('knows from %s how long a popup has time', (_, system, timeout) => {
  expect(resolveConfiguration({ auth: { clientId: 'c' }, system }).popupTimeout).toBe(timeout);
});

it('takes MSAL’s own cache location where none is given', () => {
  expect(resolveConfiguration({ auth: { clientId: 'c' } }).cacheLocation).toBe('sessionStorage');
});

/**
 * What the tests of an application need in place of MSAL, other tabs and popups.
 * @module msal-logout/testing
 */
export { fakeAccount } from './lib/fake-account';
export { MsalLogoutHarness } from './lib/msal-logout-harness';
export type { MsalLogoutTestingOptions } from './lib/provide-msal-logout-testing';
export { provideMsalLogoutTesting } from './lib/provide-msal-logout-testing';

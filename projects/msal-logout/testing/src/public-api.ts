export { fakeAccount } from './lib/fake-account';
export { MsalLogoutHarness } from './lib/msal-logout-harness';
export type { MsalLogoutTestingOptions } from './lib/provide-msal-logout-testing';
export { provideMsalLogoutTesting } from './lib/provide-msal-logout-testing';

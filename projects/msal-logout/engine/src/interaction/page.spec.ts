import { MsalLogoutError } from '../errors/msal-logout-error';
import { resolveConfiguration } from '../request/resolved-configuration';
import { assertCanRedirect, assertCanSignOut, canRedirect } from './page';

function configuration(allowRedirectInIframe = false, clientId = 'c1') {
  return resolveConfiguration({ auth: { clientId }, system: { allowRedirectInIframe } });
}

afterEach(() => jest.restoreAllMocks());

it('lets sign-outs of every kind start in a page of its own', () => {
  expect(() => assertCanSignOut(configuration())).not.toThrow();
  expect(() => assertCanRedirect(configuration())).not.toThrow();
  expect(canRedirect(configuration())).toBe(true);
});

it('does not let a frame be left for the provider', () => {
  jest.spyOn(window, 'parent', 'get').mockReturnValue({} as Window);

  expect(() => assertCanSignOut(configuration())).not.toThrow();
  expect(() => assertCanRedirect(configuration())).toThrow(
    new MsalLogoutError('redirect_in_iframe', ''),
  );
  expect(canRedirect(configuration())).toBe(false);
});

it('lets a frame be left where the configuration wants that', () => {
  jest.spyOn(window, 'parent', 'get').mockReturnValue({} as Window);

  expect(() => assertCanRedirect(configuration(true))).not.toThrow();
  expect(canRedirect(configuration(true))).toBe(true);
});

it('starts nothing without a client id, and says which field is missing', () => {
  const missing = new MsalLogoutError('configuration_missing', '', 'Field: auth.clientId.');

  expect(() => assertCanSignOut(configuration(false, ''))).toThrow(missing);
  expect(() => assertCanRedirect(configuration(false, ''))).toThrow(missing);
});

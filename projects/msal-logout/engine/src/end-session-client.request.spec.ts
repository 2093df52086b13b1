import { EventType } from './events/event-type';
import { ADA } from './testing/people';
import { setupClient } from './testing/setup-client';

describe('a request that cannot be used', () => {
  it.each([
    ['account', { account: 'ada' }, 'invalid_request'],
    ['account.homeAccountId', { account: { ...ADA, homeAccountId: '' } }, 'invalid_request'],
    ['account.environment', { account: { homeAccountId: 'ada' } }, 'invalid_request'],
    ['authority', { authority: 'http://id.example' }, 'invalid_request'],
    ['correlationId', { correlationId: 7 }, 'invalid_request'],
    ['extraQueryParameters', { extraQueryParameters: { a: 1 } }, 'invalid_request'],
    ['idTokenHint', { idTokenHint: {} }, 'invalid_request'],
    ['logoutHint', { logoutHint: 1 }, 'invalid_request'],
    ['state', { state: '\ud800' }, 'invalid_request'],
    ['onRedirectNavigate', { onRedirectNavigate: 'no' }, 'invalid_request'],
    ['postLogoutRedirectUri', { postLogoutRedirectUri: 'javascript:x()' }, 'invalid_redirect_uri'],
    ['postLogoutRedirectUri', { postLogoutRedirectUri: '//evil.example' }, 'invalid_redirect_uri'],
  ])('is refused for its %s before anything is touched', async (field, request, code) => {
    const { client, cache, events } = setupClient({ accounts: [ADA] });

    await expect(client.logoutRedirect(request as never)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(field) as string,
    });
    expect(cache.getAllAccounts()).toEqual([ADA]);
    expect(events).toEqual([]);
  });

  it.each([
    ['postLogoutRedirectUri', { postLogoutRedirectUri: 'javascript:x()' }, 'invalid_redirect_uri'],
    ['postLogoutRedirectUri', { postLogoutRedirectUri: 'http://' }, 'invalid_redirect_uri'],
    ['authority', { authority: 'id.example' }, 'invalid_request'],
  ])('is refused for the %s of the configuration', async (field, auth, code) => {
    const { client, cache } = setupClient({ accounts: [ADA], auth });

    await expect(client.logoutRedirect()).rejects.toMatchObject({
      code,
      message: expect.stringContaining(field) as string,
    });
    expect(cache.getAllAccounts()).toEqual([ADA]);
  });

  it('fails, with its events, when the cache cannot be read', async () => {
    const { client, cache, events } = setupClient();
    const cause = new Error('MSAL cannot start');
    cache.initialize = () => Promise.reject(cause);

    await expect(client.logoutRedirect()).rejects.toMatchObject({
      code: 'cache_clear_failed',
      cause,
    });
    expect(events.map(({ eventType }) => eventType)).toEqual([
      EventType.LOGOUT_START,
      EventType.LOGOUT_FAILURE,
      EventType.LOGOUT_END,
    ]);
  });

  it('is refused when the configuration names no client', async () => {
    const { client } = setupClient({ auth: { clientId: '' } });

    await expect(client.logoutRedirect()).rejects.toMatchObject({ code: 'configuration_missing' });
  });
});

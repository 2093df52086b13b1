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

  it.each(['logoutRedirect', 'logoutPopup', 'clearCache'] as const)(
    'is refused by %s when it is not an object',
    async (verb) => {
      for (const request of ['ada', 7, null, [ADA], () => ADA, Promise.resolve({ account: ADA })]) {
        const { client, cache, events, navigation } = setupClient({ accounts: [ADA] });
        await expect(client[verb](request as never)).rejects.toMatchObject({
          code: 'invalid_request',
        });
        expect(cache.getAllAccounts()).toEqual([ADA]);
        expect([...events, ...navigation.external]).toEqual([]);
      }
    },
  );

  it.each(['logoutRedirect', 'logoutPopup', 'clearCache'] as const)(
    'is refused by %s of a strict client when a field is unknown',
    async (verb) => {
      const { client, cache, events } = setupClient({ accounts: [ADA], strictRequests: true });

      await expect(client[verb]({ acount: ADA } as never)).rejects.toMatchObject({
        code: 'invalid_request',
        message: expect.stringContaining('acount') as string,
      });
      expect(cache.getAllAccounts()).toEqual([ADA]);
      expect(events).toEqual([]);
    },
  );

  it('is only logged when a field is unknown to a client that is not strict', async () => {
    const logged: string[] = [];
    const { client } = setupClient({
      accounts: [ADA],
      system: { loggerOptions: { loggerCallback: (_, message) => logged.push(message) } },
    });
    await client.clearCache({ acount: ADA } as never);

    expect(logged).toEqual([expect.stringContaining('acount')]);
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

import type { MsalLogoutError } from '../errors/msal-logout-error';
import { account, ADA } from '../testing/people';
import type { ClientSetup } from '../testing/setup-client';
import { END_SESSION_ENDPOINT, setupClient } from '../testing/setup-client';
import type { EndSessionRequest } from './end-session-request';
import { decodeState } from './library-state';

/** The ids are those of docs/msal-cases.md. */

const PAGE = 'http://localhost/app/page';
const GUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

/** Signs out by redirect on a page, and gives what the browser was sent to. */
async function send(
  request: EndSessionRequest | undefined,
  { page = PAGE, ...setup }: ClientSetup & { readonly page?: string } = {},
) {
  sessionStorage.clear();
  window.history.replaceState(null, '', page);
  const { client, navigation, cache } = setupClient({ accounts: [ADA], ...setup });
  navigation.answer = () => Promise.resolve(true);
  const result = await client.logoutRedirect(request);
  return { urls: navigation.external.map(({ url }) => url), navigation, result, cache };
}

async function sentTo(...args: Parameters<typeof send>): Promise<URL> {
  const { urls } = await send(...args);
  expect(urls).toHaveLength(1);
  return new URL(urls[0] ?? '');
}

/** The names in a query, and the values as they are written. */
const pairsIn = (url: URL): [string, string][] =>
  url.search
    .slice(1)
    .split('&')
    .map((pair) => pair.split('=') as [string, string]);

it('C001 is sent once, to the end-session endpoint, with a new correlation id and nothing to guess', async () => {
  const { urls, navigation } = await send(undefined, { accounts: [] });
  const url = new URL(urls[0] ?? '');

  expect(urls).toHaveLength(1);
  expect(navigation.external[0]?.options).toMatchObject({ noHistory: false });
  expect(url.origin + url.pathname).toBe(END_SESSION_ENDPOINT);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    post_logout_redirect_uri: PAGE,
    'client-request-id': expect.stringMatching(GUID) as string,
    state: expect.any(String) as string,
    client_id: 'mail-app',
  });
});

it.each([
  ['C064', 'https://spa.example/cfg', undefined, 'https://spa.example/cfg'],
  ['C065', null, undefined, null],
  ['C067', undefined, undefined, 'http://localhost/app/sub/page'],
  ['C073', undefined, { postLogoutRedirectUri: '/bye?z=1' }, 'http://localhost/bye?z=1'],
  ['C074', undefined, { postLogoutRedirectUri: 'bye' }, 'http://localhost/app/sub/bye'],
  ['C076', '/cfg', undefined, 'http://localhost/cfg'],
  ['C077', null, { postLogoutRedirectUri: '/req' }, 'http://localhost/req'],
  ['C079', '/cfg', { postLogoutRedirectUri: undefined }, 'http://localhost/cfg'],
  ['C325', 'https://app.example', undefined, 'https://app.example'],
  ['C325', 'https://app.example/x/', undefined, 'https://app.example/x/'],
  ['C325', 'https://APP.example/%7Ex?b&a=1', undefined, 'https://APP.example/%7Ex?b&a=1'],
  ['C326', 'http://app.example/bye', undefined, 'http://app.example/bye'],
])(
  '%s with %p configured and the request %j comes back to %p',
  async (_, postLogoutRedirectUri, request, sent) => {
    const page = 'http://localhost/app/sub/page?x=1&y=2#frag';
    const url = await sentTo(request, { auth: { postLogoutRedirectUri }, page });

    expect(url.searchParams.get('post_logout_redirect_uri')).toBe(sent);
  },
);

it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://app.example/bye'])(
  'C326 does not come back to %s, which is no page',
  async (postLogoutRedirectUri) => {
    await expect(send({ postLogoutRedirectUri })).rejects.toMatchObject({
      code: 'invalid_redirect_uri',
    } satisfies Partial<MsalLogoutError>);
  },
);

const UNHINTED = account('ada', { idTokenClaims: {} });

it.each([
  ['C068', 'test%2B1%40user.example', ADA, { logoutHint: 'test+1@user.example' }],
  ['C070', 'explicit', ADA, { account: ADA, logoutHint: 'explicit' }],
  ['C071', undefined, UNHINTED, { account: UNHINTED }],
])('%s hints at %p', async (_, hint, cached, request) => {
  const url = await sentTo(request, { accounts: [cached] });

  expect(Object.fromEntries(pairsIn(url))['logout_hint']).toBe(hint);
});

it('C080 C088 sends everything that is asked for, in MSAL’s order and encoded', async () => {
  const url = await sentTo({
    account: ADA,
    postLogoutRedirectUri: '/bye',
    correlationId: '11553a9b-7116-48b1-9d48-f6d4a8ff8371',
    idTokenHint: 'h.e.y+/=',
    state: 'user state&1',
    logoutHint: 'lh',
    extraQueryParameters: { ui_locales: 'sv', foo: 'b a&r', empty: '' },
  });
  const pairs = pairsIn(url);
  const [, state = ''] = pairs.find(([name]) => name === 'state') ?? [];

  expect(pairs).toEqual([
    ['post_logout_redirect_uri', 'http%3A%2F%2Flocalhost%2Fbye'],
    ['client-request-id', '11553a9b-7116-48b1-9d48-f6d4a8ff8371'],
    ['id_token_hint', 'h.e.y%2B%2F%3D'],
    ['state', expect.stringMatching(/%7Cuser%20state%261$/)],
    ['logout_hint', 'lh'],
    ['client_id', 'mail-app'],
    ['ui_locales', 'sv'],
    ['foo', 'b%20a%26r'],
  ]);
  expect(decodeState(decodeURIComponent(state))).toMatchObject({ userState: 'user state&1' });
});

it.each([
  ['C331', 'ui_locales', 'sv en', 'sv%20en'],
  ['C332', 'x-tenant', 'north', 'north'],
])('%s sends an extra parameter %s, with %p written %p', async (_, name, value, written) => {
  const { urls } = await send({ extraQueryParameters: { [name]: value } });

  expect(urls).toEqual([expect.stringMatching(new RegExp(`[?&]${name}=${written}$`))]);
});

it('C085 does not send instance_aware to the end-session endpoint', async () => {
  const auth = { instanceAware: true } as ClientSetup['auth'] & object;

  expect((await sentTo(undefined, { auth })).searchParams.has('instance_aware')).toBe(false);
});

it('C334 sends no id token that was not given, whoever it was issued to', async () => {
  const signedIn = { ...ADA, idToken: 'h.of-another-client.s' };

  expect((await sentTo({ account: signedIn }, { accounts: [signedIn] })).search).not.toMatch(
    /id_token_hint|of-another-client/,
  );
});

it.each([
  ['C082', 'https://login.microsoftonline.com/t-1', 'https://login.microsoftonline.com/t-1'],
  ['C083', 'https://login.microsoftonline.us/common', 'https://login.microsoftonline.us/common'],
])('%s goes to the authority %s of the request', async (_, authority, tenant) => {
  const entra = account('ada', { environment: 'login.windows.net' });
  const { urls, cache } = await send({ account: entra, authority }, { accounts: [entra] });

  expect(urls).toEqual([expect.stringContaining(`${tenant}/oauth2/v2.0/logout?`)]);
  expect(cache.getAllAccounts()).toEqual([]);
});

const metadata = (endpoint?: string): string => JSON.stringify({ end_session_endpoint: endpoint });

it.each([
  ['C089', 'https://op.example/logout?p=1', /^\?p=1&post_logout_redirect_uri=/, ''],
  ['C320', 'https://op.example:8443/a/b?p=1', /^\?p=1&post_logout_redirect_uri=/, ''],
  ['C091', 'https://op.example/logout#f', /^\?post_logout_redirect_uri=/, '#f'],
])('%s adds its parameters to the query of %s', async (_, endpoint, search, hash) => {
  const url = await sentTo(undefined, { auth: { authorityMetadata: metadata(endpoint) } });

  expect(url.href.startsWith(endpoint.replace(/[?#].*/, '?'))).toBe(true);
  expect(url.search).toMatch(search);
  expect(url.hash).toBe(hash);
});

it.each([
  ['C023', 'OIDC', metadata(), 'no_end_session_endpoint'],
  ['C100', 'AAD', metadata(), 'no_end_session_endpoint'],
  ['C320', 'OIDC', metadata('http://op.example/logout'), 'endpoint_unavailable'],
])(
  '%s in mode %s with the metadata %s is signed out here, and says %s',
  async (_, protocolMode, authorityMetadata, reason) => {
    const setup = { auth: { authorityMetadata }, system: { protocolMode } };
    const { urls, result, cache } = await send(undefined, setup);

    expect(result).toMatchObject({ local: 'cleared', server: 'failed', reason });
    expect(urls).toEqual([]);
    expect(cache.getAllAccounts()).toEqual([]);
    expect(sessionStorage.getItem('msal.interaction.status')).toBeNull();
  },
);

it('C319 goes to the endpoint that the provider’s discovery document names', async () => {
  const asked: unknown[] = [];
  jest.spyOn(globalThis, 'fetch').mockImplementation((url) => {
    asked.push(url);
    return Promise.resolve(new Response(metadata('https://op.example/somewhere/else')));
  });
  const setup = { auth: { authorityMetadata: '' }, system: { protocolMode: 'OIDC' } };
  const url = await sentTo(undefined, setup);
  jest.restoreAllMocks();

  expect(url.origin + url.pathname).toBe('https://op.example/somewhere/else');
  expect(asked).toEqual(['https://id.example/.well-known/openid-configuration']);
});

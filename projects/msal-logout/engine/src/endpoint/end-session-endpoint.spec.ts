import { EndSessionEndpoints } from './end-session-endpoint';

const ENDPOINT = 'https://id.example/session/end';

function setupEndpoints(
  { authority = 'https://id.example', authorityMetadata = '', protocolMode = 'OIDC' } = {},
  answer: () => Promise<Response> = () => Promise.reject(new TypeError('offline')),
) {
  const asked: string[] = [];
  jest.spyOn(globalThis, 'fetch').mockImplementation((url) => {
    asked.push(url as string);
    return answer();
  });
  return {
    asked,
    endpoints: new EndSessionEndpoints({ authority, authorityMetadata, protocolMode }),
  };
}

const document = (metadata: object) => () => Promise.resolve(Response.json(metadata));

afterEach(() => jest.restoreAllMocks());

it.each([
  ['https://login.microsoftonline.com/common', 'https://login.microsoftonline.com/common'],
  ['https://login.microsoftonline.com/t-1/', 'https://login.microsoftonline.com/t-1'],
  ['https://login.microsoftonline.com', 'https://login.microsoftonline.com/common'],
  ['https://login.microsoftonline.us/t-1/v2.0', 'https://login.microsoftonline.us/t-1'],
  ['https://login.partner.microsoftonline.cn/t-1', 'https://login.partner.microsoftonline.cn/t-1'],
  ['https://login.sovcloud-identity.fr/t-1', 'https://login.sovcloud-identity.fr/t-1'],
  ['https://login.windows.net/t-1', 'https://login.windows.net/t-1'],
])('knows the endpoint of %s without asking', async (authority, tenant) => {
  const { endpoints, asked } = setupEndpoints({ authority, protocolMode: 'AAD' });

  expect(await endpoints.find()).toEqual({ url: `${tenant}/oauth2/v2.0/logout` });
  expect(asked).toEqual([]);
});

it.each([
  ['OIDC', 'https://id.example', 'https://id.example/.well-known/openid-configuration'],
  ['OIDC', 'https://id.example/r/', 'https://id.example/r/.well-known/openid-configuration'],
  ['OIDC', 'https://id.example/r//', 'https://id.example/r/.well-known/openid-configuration'],
  ['AAD', 'https://id.example/adfs', 'https://id.example/adfs/.well-known/openid-configuration'],
  [
    'AAD',
    'https://contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1_susi',
    'https://contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1_susi/v2.0/.well-known/openid-configuration',
  ],
  [
    'AAD',
    'https://contoso.ciamlogin.com',
    'https://contoso.ciamlogin.com/contoso.onmicrosoft.com/v2.0/.well-known/openid-configuration',
  ],
  [
    'AAD',
    'https://contoso.ciamlogin.com/t-1',
    'https://contoso.ciamlogin.com/t-1/v2.0/.well-known/openid-configuration',
  ],
])('in mode %s discovers %s at %s', async (protocolMode, authority, url) => {
  const answer = document({ end_session_endpoint: ENDPOINT });
  const { endpoints, asked } = setupEndpoints({ authority, protocolMode }, answer);

  expect(await endpoints.find()).toEqual({ url: ENDPOINT });
  expect(asked).toEqual([url]);
});

it('sends no cookie with the question, and does not wait for ever', async () => {
  const { endpoints } = setupEndpoints({}, document({ end_session_endpoint: ENDPOINT }));
  await endpoints.find();

  expect(fetch).toHaveBeenCalledWith(expect.anything(), {
    credentials: 'omit',
    signal: expect.any(AbortSignal),
  });
});

it.each(['http://localhost/end', 'http://127.0.0.1:4430/end', 'http://[::1]/end'])(
  'goes to %s, on the machine of the developer',
  async (url) => {
    const { endpoints } = setupEndpoints({}, document({ end_session_endpoint: url }));

    expect(await endpoints.find()).toEqual({ url });
  },
);

it('believes the configured metadata', async () => {
  const authorityMetadata = JSON.stringify({ end_session_endpoint: ENDPOINT });
  const { endpoints, asked } = setupEndpoints({ authorityMetadata });

  expect(await endpoints.find()).toEqual({ url: ENDPOINT });
  expect(asked).toEqual([]);
});

it('does not use the configured metadata for another authority', async () => {
  const authorityMetadata = JSON.stringify({ end_session_endpoint: ENDPOINT });
  const { endpoints } = setupEndpoints({ authorityMetadata });

  expect(await endpoints.find('https://login.microsoftonline.com/t-1')).toEqual({
    url: 'https://login.microsoftonline.com/t-1/oauth2/v2.0/logout',
  });
});

it('asks once, however often it is needed', async () => {
  const { endpoints, asked } = setupEndpoints({}, document({ end_session_endpoint: ENDPOINT }));
  await Promise.all([endpoints.find(), endpoints.find()]);
  await endpoints.find();

  expect(asked).toHaveLength(1);
});

it('asks ahead of time, so that a click needs no network', async () => {
  jest.useFakeTimers();
  const { endpoints, asked } = setupEndpoints({}, document({ end_session_endpoint: ENDPOINT }));
  endpoints.prefetch();
  expect(asked).toEqual([]);
  await jest.advanceTimersByTimeAsync(1_000);
  jest.useRealTimers();

  expect(asked).toHaveLength(1);
  expect(await endpoints.find()).toEqual({ url: ENDPOINT });
  expect(asked).toHaveLength(1);
});

it('asks again after it was not answered', async () => {
  const { endpoints, asked } = setupEndpoints();

  expect(await endpoints.find()).toEqual({ reason: 'endpoint_unavailable' });
  expect(await endpoints.find()).toEqual({ reason: 'endpoint_unavailable' });
  expect(asked).toHaveLength(2);
});

it.each([
  [{}, 'no_end_session_endpoint'],
  [{ end_session_endpoint: 7 }, 'no_end_session_endpoint'],
  [{ end_session_endpoint: 'http://id.example/end' }, 'endpoint_unavailable'],
  [{ end_session_endpoint: 'javascript:alert(1)' }, 'endpoint_unavailable'],
  [{ end_session_endpoint: '/end' }, 'endpoint_unavailable'],
  [{ end_session_endpoint: 'ftp://localhost/end' }, 'endpoint_unavailable'],
])('does not go anywhere for %j', async (metadata, reason) => {
  const { endpoints } = setupEndpoints({}, document(metadata));

  expect(await endpoints.find()).toEqual({ reason });
});

it.each([
  ['an error page', () => Promise.resolve(new Response('{}', { status: 500 }))],
  ['no JSON', () => Promise.resolve(new Response('<html>'))],
  ['null', () => Promise.resolve(new Response('null'))],
  ['a number', () => Promise.resolve(new Response('7'))],
])('says that there is no answer to be had from %s', async (_, answer) => {
  expect(await setupEndpoints({}, answer).endpoints.find()).toEqual({
    reason: 'endpoint_unavailable',
  });
});

it.each([
  ['the configured host', 'https://id.example/other', true],
  ['a cloud of Microsoft', 'https://login.microsoftonline.us/t-1', true],
  ['another host', 'https://evil.example', false],
  ['the configured host without https', 'http://id.example', false],
  ['no address', 'id.example', false],
])('knows an authority of %s, or does not', (_, authority, isKnown) => {
  expect(setupEndpoints().endpoints.isKnown(authority)).toBe(isKnown);
});

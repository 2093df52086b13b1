import fc from 'fast-check';
import { endSessionUrl } from './end-session-url';

const ENDPOINT = 'https://id.example/session/end';
const PARAMETERS = {
  post_logout_redirect_uri: 'https://app.example/bye?a=1&b=2',
  'client-request-id': 'c-1',
  id_token_hint: 'h.p.s',
  state: 'abc|x y',
  logout_hint: 'ada+1@example.example',
  client_id: 'mail-app',
};

const query = (url: string): [string, string][] => [...new URL(url).searchParams];

it('sends the parameters in MSAL’s order, the extra ones last', () => {
  expect(query(endSessionUrl(ENDPOINT, PARAMETERS, { ui_locales: 'de fr' }))).toEqual([
    ...Object.entries(PARAMETERS),
    ['ui_locales', 'de fr'],
  ]);
});

it('leaves out what has no value', () => {
  const url = endSessionUrl(
    ENDPOINT,
    { ...PARAMETERS, post_logout_redirect_uri: null, id_token_hint: undefined },
    { empty: '' },
  );
  expect(query(url).map(([name]) => name)).toEqual([
    'client-request-id',
    'state',
    'logout_hint',
    'client_id',
  ]);
});

it('does not let extra parameters override the protocol', () => {
  const url = endSessionUrl(ENDPOINT, PARAMETERS, { state: 'evil', client_id: 'evil' });
  expect(query(url)).toEqual(Object.entries(PARAMETERS));
});

it('does not set again what the endpoint’s own query has', () => {
  const url = endSessionUrl(`${ENDPOINT}?p=policy&client_id=own`, PARAMETERS, { p: 'evil' });
  const { client_id: _, ...others } = PARAMETERS;

  expect(query(url)).toEqual([['p', 'policy'], ['client_id', 'own'], ...Object.entries(others)]);
});

it('keeps the endpoint’s own query as it is written, and first', () => {
  expect(endSessionUrl(`${ENDPOINT}?p=B2C%5F1&x=a+b`, PARAMETERS)).toMatch(
    /\/end\?p=B2C%5F1&x=a\+b&post_logout_redirect_uri=/,
  );
});

it.each(['?', '?a=1&', '??', '?a=b?'])('appends to the query %p', (query) => {
  const { searchParams } = new URL(endSessionUrl(ENDPOINT + query, PARAMETERS));
  expect(searchParams.get('post_logout_redirect_uri')).toBe(PARAMETERS.post_logout_redirect_uri);
});

it.each([
  ['', '?post'],
  ['?', '?post'],
  ['?a=1', '?a=1&post'],
  ['?a=1&', '?a=1&post'],
])('writes one separator behind the query %p', (query, beginning) => {
  const parameters = endSessionUrl(ENDPOINT + query, PARAMETERS).slice(ENDPOINT.length);
  expect(parameters.slice(0, beginning.length)).toBe(beginning);
});

it('takes no name for one that is there already where the endpoint has no query', () => {
  expect(query(endSessionUrl(ENDPOINT, PARAMETERS, { undefined: 'a', '': 'b' }))).toEqual([
    ...Object.entries(PARAMETERS),
    ['undefined', 'a'],
    ['', 'b'],
  ]);
});

it('puts the query before a fragment', () => {
  const url = new URL(endSessionUrl(`${ENDPOINT}#top`, PARAMETERS));
  expect(url.hash).toBe('#top');
  expect(url.searchParams.get('client_id')).toBe('mail-app');
});

it('brings arbitrary values through unchanged, at arbitrary endpoints', () => {
  fc.assert(
    fc.property(
      fc.webUrl({ validSchemes: ['https'], withQueryParameters: true, withFragments: true }),
      fc.dictionary(
        fc.stringMatching(/^x-[a-z]{1,8}$/),
        fc.string({ unit: 'grapheme', minLength: 1 }),
      ),
      (endpoint, extra) => {
        const before = new URL(endpoint);
        const after = new URL(endSessionUrl(endpoint, PARAMETERS, extra));
        expect(after.search.startsWith(before.search)).toBe(true);
        expect([after.origin, after.pathname, after.hash]).toEqual([
          before.origin,
          before.pathname,
          before.hash,
        ]);
        for (const [name, value] of Object.entries({ ...PARAMETERS, ...extra })) {
          if (!before.searchParams.has(name)) expect(after.searchParams.get(name)).toBe(value);
        }
      },
    ),
  );
});

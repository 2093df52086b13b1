import * as checks from './field-checks';

const PAGE = 'https://app.example/inbox';

const NO_FIELD_OBJECTS = [
  ...['ada', 1, true, null, undefined, [], () => ({})],
  ...[Promise.resolve({}), new Map(), new Date(), new Event('click')],
];

it.each([
  ['isText', ['', 'text', '😀'], [1, null, undefined, '\uD83D', 'a\uDE00']],
  ['isTextOfSomeLength', ['text'], ['', 1, '\uD83D']],
  ['isRecordOfText', [{}, { a: '' }], [null, 'a', { a: 1 }, { a: '\uD83D' }, { '\uD83D': 'a' }]],
  [
    'isFieldObject',
    [
      {},
      Object.create(null),
      new (class {
        readonly a = 1;
      })(),
    ],
    NO_FIELD_OBJECTS,
  ],
  ['isObjectOrNull', [null, {}], ['', undefined, 1]],
  ['isFunction', [() => true], [{}, null, undefined]],
  ['isPixels', [0, -1, 0.5], [NaN, Infinity, '1', null, undefined]],
  ['isWindow', [window, { open: () => null }], [null, 'window', {}, { open: true }]],
  ['isHttpsAddress', ['https://op.example'], ['http://op.example', '/path', 'https:', 1]],
] as const)('%s', (name, right, wrong) => {
  for (const value of right) expect([value, checks[name](value)]).toEqual([value, true]);
  for (const value of wrong) expect([value, checks[name](value)]).toEqual([value, false]);
});

it.each([
  ['/', true, true],
  ['signed-out', true, true],
  ['https://app.example/signed-out', true, true],
  ['HTTP://other.example', true, false],
  ['https://other.example/', true, false],
  ['//app.example/', true, true],
  ['//other.example/', false, false],
  ['\\\\other.example', false, false],
  ['javascript:alert(1)', false, false],
  ['data:text/html,', false, false],
  ['https://', false, false],
  [1, false, false],
])('%j can be gone to: %s, and is here: %s', (uri, isUri, isHere) => {
  expect(checks.isRedirectUri(uri, PAGE)).toBe(isUri);
  expect(checks.isRedirectUriHere(uri, PAGE)).toBe(isHere);
});

it('knows an address that says where it leads', () => {
  for (const uri of ['https://a', 'HTTP://a']) expect(checks.namesItsHost(uri)).toBe(true);
  for (const uri of ['https:a', '/https://a', 'ftp://a', '//a']) {
    expect(checks.namesItsHost(uri)).toBe(false);
  }
});

import { isBrokenKeyMap, isKeyMap, keyMapText, listedKeys, readKeyMap, schemaOf } from './key-map';

beforeEach(() => localStorage.clear());

function read(key: string, value: unknown) {
  localStorage.setItem(key, typeof value === 'string' ? value : JSON.stringify(value));
  return readKeyMap(localStorage, key);
}

it.each([
  ['msal.account.keys', 0],
  ['msal.token.keys.msal.3.', 0],
  ['msal.2.account.keys', 2],
  ['msal.12.token.keys.mail-app', 12],
])('knows of %j the schema %s', (key, schema) => {
  expect(schemaOf(key)).toBe(schema);
});

it.each([
  ['msal.account.keys', true],
  ['msal.2.account.keys', true],
  ['msal.12.account.keys', true],
  ['msal.token.keys.mail-app', true],
  ['msal.2.token.keys.mail-app', true],
  ['msal.12.token.keys.mail\napp', true],
  ['msal.x.account.keys', false],
  ['msal.2.account.keys.mail-app', false],
  ['my.msal.account.keys', false],
  ['msal.2.token.keys.', false],
  ['msal.2.token.keys', false],
  ['msal.x.token.keys.mail-app', false],
  ['my.msal.token.keys.mail-app', false],
  ['msal-account-keys', false],
])('knows %j for a key map, or not: %s', (key, expected) => {
  expect(isKeyMap(key)).toBe(expected);
  expect(read(key, key.includes('account') ? ['a'] : { idToken: ['a'] }) !== null).toBe(expected);
});

it('reads whose tokens are listed, and which', () => {
  const lists = { idToken: ['a'], accessToken: ['b', 'c'], refreshToken: [] };
  const map = read('msal.2.token.keys.mail.app', lists);

  expect(map).toEqual({ key: 'msal.2.token.keys.mail.app', clientId: 'mail.app', lists });
  expect(map && listedKeys(map)).toEqual(['a', 'b', 'c']);
});

it('reads the accounts of everybody', () => {
  const map = read('msal.2.account.keys', ['a', 'b']);

  expect(map).toEqual({
    key: 'msal.2.account.keys',
    clientId: '',
    lists: { account: ['a', 'b'] },
  });
});

it.each([
  ['msal.2.account.keys', '["a"'],
  ['msal.2.account.keys', 'null'],
  ['msal.2.account.keys', '{"account":["a"]}'],
  ['msal.2.account.keys', '["a",1]'],
  ['msal.2.token.keys.mail-app', '{"idToken":'],
  ['msal.2.token.keys.mail-app', 'null'],
  ['msal.2.token.keys.mail-app', '"a"'],
  ['msal.2.token.keys.mail-app', '{"idToken":"a"}'],
  ['msal.2.token.keys.mail-app', '{"idToken":["a"],"accessToken":[1]}'],
])('%s cannot be read where it is %s', (key, value) => {
  expect(read(key, value)).toBeNull();
  expect(isBrokenKeyMap(localStorage, key, 'mail-app')).toBe(true);
  expect(isBrokenKeyMap(localStorage, key, 'chat-app')).toBe(key === 'msal.2.account.keys');
});

it('does not take what can be read, or is none, for a broken key map', () => {
  read('msal.2.account.keys', ['a']);
  read('msal.2.token.keys.mail-app', { idToken: [] });
  read('mail-app', 'text');

  for (const key of Object.keys(localStorage)) {
    expect(isBrokenKeyMap(localStorage, key, 'mail-app')).toBe(false);
  }
});

describe('what is left of a key map', () => {
  const tokens = { idToken: ['a', 'b'], accessToken: ['a'] };

  it('has the lists that have become empty, in the form that MSAL reads', () => {
    const map = read('msal.2.token.keys.mail-app', tokens);
    const accounts = read('msal.2.account.keys', ['a', 'b']);

    expect(map && keyMapText(map, (key) => key !== 'a')).toBe('{"idToken":["b"],"accessToken":[]}');
    expect(accounts && keyMapText(accounts, (key) => key !== 'a')).toBe('["b"]');
  });

  it('is nothing once no key is listed', () => {
    const map = read('msal.2.token.keys.mail-app', tokens);
    const accounts = read('msal.2.account.keys', ['a', 'b']);

    expect(map && keyMapText(map, () => false)).toBeNull();
    expect(accounts && keyMapText(accounts, () => false)).toBeNull();
  });
});

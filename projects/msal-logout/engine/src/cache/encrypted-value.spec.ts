import { decrypt, isEncrypted } from './encrypted-value';

const ENCRYPTED = JSON.stringify({ id: 'k-1', nonce: 'AAAA', data: 'AAAA' });

afterEach(() => {
  document.cookie = 'msal.cache.encryption=; max-age=0';
});

it.each([
  ['badly encoded', '%'],
  ['no JSON', 'key'],
  ['of another session', encodeURIComponent('{"id":"k-2","key":"AAAA"}')],
  ['without a key', encodeURIComponent('{"id":"k-1"}')],
  ['with a key that is none', encodeURIComponent('{"id":"k-1","key":"*"}')],
])('reads nothing with a key cookie that is %s', async (_, cookie) => {
  document.cookie = `msal.cache.encryption=${cookie}`;

  expect(await decrypt('msal.3|ada', ENCRYPTED, 'mail-app')).toBeNull();
});

it.each([
  [ENCRYPTED, true],
  ['{"id":"k-1","nonce":"AAAA"}', false],
  ['{"id":"k-1","data":"AAAA"}', false],
  ['{"nonce":"AAAA","data":"AAAA"}', false],
  ['{"id":"k-1","nonce":"AAAA","data":1}', false],
  ['', false],
])('takes %s for encrypted: %p', (text, expected) => {
  expect(isEncrypted(text)).toBe(expected);
});

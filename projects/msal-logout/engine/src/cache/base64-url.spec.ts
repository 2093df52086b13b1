import { fromBase64Url } from './base64-url';

it.each([
  ['', []],
  ['AAEC', [0, 1, 2]],
  ['-_-_', [251, 255, 191]],
  ['_w', [255]],
])('%j is %j', (text, bytes) => {
  expect([...fromBase64Url(text)]).toEqual(bytes);
});

it('throws for what is none', () => {
  expect(() => fromBase64Url('*')).toThrow();
});

import { newGuid } from './guid';

it('is random but for its version and variant', () => {
  const bytes = jest.spyOn(crypto, 'getRandomValues');

  for (const byte of [0x00, 0x5a, 0xff]) {
    bytes.mockImplementation((array) => (array as unknown as Uint8Array).fill(byte));
    const two = byte.toString(16).padStart(2, '0');
    const version = `4${two.slice(1)}`;
    const variant = ((byte & 0x3f) | 0x80).toString(16);
    expect(newGuid()).toBe(
      `${two.repeat(4)}-${two.repeat(2)}-${version}${two}-${variant}${two}-${two.repeat(6)}`,
    );
  }
  bytes.mockRestore();
  expect(newGuid()).not.toBe(newGuid());
});

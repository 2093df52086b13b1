import { attempt } from '../attempt';
import { parseJsonObject } from '../json-object';
import { fromBase64Url } from './base64-url';

/** The cookie in which MSAL 4 and 5 keep the key of what they encrypt in localStorage. */
const KEY_COOKIE = 'msal.cache.encryption';

/** What MSAL stores instead of a plain value. */
interface EncryptedValue {
  /** Which key it was encrypted with. */
  readonly id: string;
  readonly nonce: string;
  readonly data: string;
}

/** Whether the text of an entry is encrypted. */
export function isEncrypted(text: string): boolean {
  return parseEncrypted(text) !== null;
}

/**
 * The plain text of an encrypted entry: AES-GCM under a key of its own, made by HKDF-SHA-256 from the cookie's key,
 * the entry's nonce, and the client id where `storageKey` has it. `null` when the cookie is gone or of another
 * session: then nobody can read the entry any more, MSAL included.
 */
export async function decrypt(
  storageKey: string,
  text: string,
  clientId: string,
): Promise<string | null> {
  const value = parseEncrypted(text);
  const cookie = readKeyCookie();
  if (!value || cookie?.id !== value.id) return null;
  try {
    const { subtle } = crypto;
    const context = storageKey.includes(clientId) ? clientId : '';
    const base = await subtle.importKey('raw', fromBase64Url(cookie.key), 'HKDF', false, [
      'deriveKey',
    ]);
    const derived = await subtle.deriveKey(
      {
        name: 'HKDF',
        hash: 'SHA-256',
        salt: fromBase64Url(value.nonce),
        info: new TextEncoder().encode(context),
      },
      base,
      { name: 'AES-GCM', length: 256 },
      false,
      ['decrypt'],
    );
    const algorithm = { name: 'AES-GCM', iv: new Uint8Array(12) };
    const plain = await subtle.decrypt(algorithm, derived, fromBase64Url(value.data));
    return new TextDecoder().decode(plain);
  } catch {
    return null;
  }
}

function parseEncrypted(text: string): EncryptedValue | null {
  const { id, nonce, data } = parseJsonObject(text);
  return typeof id === 'string' && typeof nonce === 'string' && typeof data === 'string'
    ? { id, nonce, data }
    : null;
}

function readKeyCookie(): { readonly id: string; readonly key: string } | null {
  const pair = document.cookie.split('; ').find((each) => each.startsWith(`${KEY_COOKIE}=`));
  const text = pair?.slice(KEY_COOKIE.length + 1) ?? '';
  const { id, key } = parseJsonObject(attempt(() => decodeURIComponent(text), null));
  return typeof id === 'string' && typeof key === 'string' ? { id, key } : null;
}

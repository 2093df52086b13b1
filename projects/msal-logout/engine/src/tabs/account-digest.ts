import type { AccountIdentity } from '../cache/account-info';
import { accountKey } from '../cache/account-info';

/** A short digest that replaces an account id in storage. */
export function accountDigest(
  account: Pick<AccountIdentity, 'homeAccountId' | 'environment'>,
): string {
  return digestOf(accountKey(account));
}

/** Two 32-bit FNV-1a hashes; not cryptographic. */
export function digestOf(text: string): string {
  const hashes = [0x811c9dc5, 0x01000193].map((seed) => {
    let hash = seed;
    for (const character of text) {
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    }
    return (hash >>> 0).toString(36);
  });
  return hashes.join('.');
}

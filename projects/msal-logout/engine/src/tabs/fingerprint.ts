import type { AccountIdentity } from '../cache/account-info';
import { accountKey } from '../cache/account-info';

/** What stands for an account where no id may be read. FNV-1a over twice 32 bits: not for secrets. */
export function fingerprint(account: AccountIdentity): string {
  const hashes = [0x811c9dc5, 0x01000193].map((seed) => {
    let hash = seed;
    for (const character of accountKey(account)) {
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    }
    return (hash >>> 0).toString(36);
  });
  return hashes.join('.');
}

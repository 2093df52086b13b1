import { parseJsonObject } from '../json-object';
import type { AccountIdentity } from './account-info';
import { accountKey } from './account-info';

const MARKER = /^msal\.(?:\d+\||1-)/i;
const KINDS = ['idtoken', 'accesstoken', 'accesstoken_with_authscheme', 'refreshtoken'];
const CREDENTIAL = new RegExp(`^(?:${KINDS.join('|')})[-|]`);
const REFRESH_TOKEN = /refreshtoken/i;

/** What stands behind the account in the key of a credential, once the key is {@link withoutLayout}. */
export const CREDENTIAL_KIND = new RegExp(`-(?:${KINDS.join('|')})(?=-)`, 'g');

const ACCOUNT = /^msal\.\d+\|[^|]*\|[^|]*\|[^|]*$/;
const FAMILY_TOKEN = /^refreshtoken[-|]1[-|]/;

/** What a key says of the accounts it was held against. */
interface Match {
  /** The key behind the account: a tenant, or what kind of credential it is. */
  readonly tail: string;
  /** Whether no other reading of the key makes sense. */
  readonly certain: boolean;
}

/**
 * Tells which entries of MSAL's cache belong to some accounts.
 *
 * A key begins with `<home account id><separator><environment><separator>`, in lower case: behind `msal.<n>|` with
 * `|` as the separator (schema 2 and up), behind `msal.1-` with `-` (schema 1), or with nothing before it and `-`
 * (schema 0). Home account ids may contain separators, so a key is not taken apart: each of its beginnings is
 * looked up. That is one look at every key, however many accounts there are.
 */
export class AccountKeys {
  readonly #accounts: ReadonlySet<string>;
  readonly #homeAccountIds: ReadonlySet<string>;
  readonly #localAccountIds: ReadonlySet<string>;
  readonly #tenants = new Map<string, Set<string>>();

  constructor(accounts: readonly AccountIdentity[]) {
    this.#accounts = new Set(accounts.map(accountKey));
    this.#homeAccountIds = new Set(accounts.map((it) => it.homeAccountId.toLowerCase()));
    this.#localAccountIds = new Set(accounts.map((it) => it.localAccountId));
    for (const { homeAccountId, environment, tenantId } of accounts) {
      const homeTenant = homeAccountId.split('.')[1] ?? '';
      for (const separator of ['|', '-']) {
        const prefix = [homeAccountId, environment, ''].join(separator).toLowerCase();
        const tenants = this.#tenants.get(prefix) ?? new Set();
        this.#tenants.set(
          prefix,
          tenants.add(tenantId.toLowerCase()).add(homeTenant.toLowerCase()),
        );
      }
    }
  }

  /**
   * Whether the entry is one of theirs.
   * @param read gives the entry's value, which settles whose it is where it is not encrypted
   * @param listed the keys that MSAL's key maps name
   */
  owns(key: string, read: () => string | null, listed: ReadonlyMap<string, unknown>): boolean {
    const match = this.#match(key);
    if (!match) return false;
    const owner = ownerIn(read());
    return owner ? this.#accounts.has(owner) : match.certain || listed.has(key);
  }

  /** Whether the key is that of a refresh token that all clients of a family share. */
  isFamilyToken(key: string): boolean {
    return REFRESH_TOKEN.test(key) && FAMILY_TOKEN.test(this.#match(key)?.tail ?? '');
  }

  hasHomeAccountId(homeAccountId: string): boolean {
    return this.#homeAccountIds.has(homeAccountId.toLowerCase());
  }

  hasLocalAccountId(localAccountId: string): boolean {
    return this.#localAccountIds.has(localAccountId);
  }

  #match(key: string): Match | null {
    const marker = MARKER.exec(key)?.[0] ?? '';
    const body = key.slice(marker.length).toLowerCase();
    const separator = marker.endsWith('|') ? '|' : '-';
    for (let at = body.indexOf(separator); at >= 0; at = body.indexOf(separator, at + 1)) {
      const tenants = this.#tenants.get(body.slice(0, at + 1));
      if (!tenants) continue;
      const tail = body.slice(at + 1);
      if (CREDENTIAL.test(tail) || tenants.has(tail)) return { tail, certain: true };
      if (!tail.includes('|')) return { tail, certain: separator === '|' };
    }
    return null;
  }
}

/** A key as the first layout would write it: what differs between layouts is not in it any more. */
export function withoutLayout(key: string): string {
  return key.replace(MARKER, '').replaceAll('|', '-').toLowerCase();
}

/** Whether a key is that of a token which is the client's own, whoever's it is. */
export function isTokenOf(clientId: string, key: string): boolean {
  const text = key.toLowerCase();
  return ['-', '|'].some((separator) =>
    KINDS.some((kind) => text.includes(['', kind, clientId.toLowerCase(), ''].join(separator))),
  );
}

/** Whether an entry is an account, whoever's it is: by its key, or where that can be anything by its value. */
export function isAccountEntry(key: string, value: string | null): boolean {
  return (
    ACCOUNT.test(key) || (value?.includes('"authorityType"') === true && ownerIn(value) !== null)
  );
}

/** Whose entry a value says it is; `null` when it is encrypted, corrupt or not there. */
export function ownerIn(value: string | null): string | null {
  const { homeAccountId, environment } = parseJsonObject(value);
  return typeof homeAccountId === 'string' && typeof environment === 'string'
    ? accountKey({ homeAccountId, environment })
    : null;
}

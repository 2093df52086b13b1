import { attempt } from '../attempt';
import { parseJsonObject } from '../json-object';
import { fromBase64Url } from './base64-url';
import type { AccountInfo, IdTokenClaims } from './account-info';

/** The members of a cached account that a sign-out reads. */
interface AccountEntity {
  readonly homeAccountId: string;
  readonly environment: string;
  readonly realm?: string;
  readonly localAccountId?: string;
  readonly username?: string;
  readonly name?: string;
  readonly loginHint?: string;
  readonly tenantProfiles?: readonly TenantProfile[];
}

interface TenantProfile {
  readonly tenantId: string;
  readonly localAccountId?: string;
  readonly username?: string;
  readonly name?: string;
  readonly loginHint?: string;
}

/** The claims of an id token in the cache, and whose they are. */
export interface CachedIdToken {
  readonly homeAccountId: string;
  readonly environment: string;
  readonly realm: string;
  readonly claims: IdTokenClaims;
}

/** The accounts in the text of an account entry, one for each tenant that it has a profile in. */
export function accountsIn(text: string): readonly AccountInfo[] {
  const entity = parseJsonObject(text) as Partial<AccountEntity>;
  const { homeAccountId, environment } = entity;
  if (typeof homeAccountId !== 'string' || typeof environment !== 'string') return [];
  const profiles = entity.tenantProfiles?.length
    ? entity.tenantProfiles
    : [{ tenantId: entity.realm ?? '' }];
  return profiles.map((profile) => ({
    homeAccountId,
    environment,
    tenantId: profile.tenantId,
    localAccountId: profile.localAccountId ?? entity.localAccountId ?? '',
    username: profile.username ?? entity.username ?? '',
    ...optional('name', profile.name ?? entity.name),
    ...optional('loginHint', profile.loginHint ?? entity.loginHint),
  }));
}

/** What the text of an id-token entry says; `null` when it says nothing. */
export function idTokenIn(text: string): CachedIdToken | null {
  const { homeAccountId, environment, realm, secret } = parseJsonObject(text);
  if (typeof homeAccountId !== 'string' || typeof environment !== 'string') return null;
  if (typeof realm !== 'string' || typeof secret !== 'string') return null;
  return { homeAccountId, environment, realm, claims: claimsOf(secret) };
}

function claimsOf(idToken: string): IdTokenClaims {
  const payload = idToken.split('.')[1] ?? '';
  return parseJsonObject(attempt(() => new TextDecoder().decode(fromBase64Url(payload)), null));
}

function optional<K extends string>(name: K, value: string | undefined) {
  return (value === undefined ? {} : { [name]: value }) as Partial<Record<K, string>>;
}

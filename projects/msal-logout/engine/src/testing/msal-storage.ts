import type { AccountIdentity } from '../cache/account-info';

/** The layouts that MSAL's cache has had, each with the first of its versions that this library serves. */
export const SCHEMAS = {
  'schema 0 (3.x, 4.0)': { number: 0, separator: '-', claimsHash: true },
  'schema 1 (4.19)': { number: 1, separator: '-', claimsHash: true },
  'schema 2 (4.26)': { number: 2, separator: '|', claimsHash: true },
  'schema 2 (5.0)': { number: 2, separator: '|', claimsHash: false },
  'schema 3 (5.8)': { number: 3, separator: '|', claimsHash: false },
} as const;

export type SchemaName = keyof typeof SCHEMAS;
export const SCHEMA_NAMES = Object.keys(SCHEMAS) as SchemaName[];

/** A time that does not come: nothing expires, and no version finds an entry out of date. */
const SECONDS_IN_2100 = 4_102_444_800;
/** A time that has been: MSAL does not believe in tokens of the future. */
const SECONDS_IN_2023 = 1_700_000_000;

export interface StoredPerson extends AccountIdentity {
  readonly username: string;
  /** Tenants besides the home tenant that there are tokens for. */
  readonly guestTenants?: readonly string[];
}

export interface StoredCache {
  readonly people: readonly StoredPerson[];
  readonly clientIds: readonly string[];
  /** Who is the active account of every client. */
  readonly active?: StoredPerson;
  /** Whether clients share one family refresh token. */
  readonly familyToken?: boolean;
}

/** The entries that MSAL of a schema writes, with nothing encrypted, as in sessionStorage. */
export function msalEntries(schema: SchemaName, cache: StoredCache): Record<string, string> {
  const layout = new Layout(schema);
  const entries: Record<string, unknown> = {};
  for (const person of cache.people) entries[layout.accountKey(person)] = accountEntity(person);
  entries[layout.mapKey('account.keys')] = cache.people.map((it) => layout.accountKey(it));

  for (const clientId of cache.clientIds) {
    const lists = { idToken: [], accessToken: [], refreshToken: [] } as Record<string, string[]>;
    for (const person of cache.people) {
      for (const [list, key, entity] of credentials(layout, person, clientId, cache)) {
        entries[key] = entity;
        lists[list]?.push(key);
      }
    }
    entries[layout.mapKey(`token.keys.${clientId}`)] = lists;
    if (!cache.active) continue;
    const { homeAccountId, localAccountId, tenantId } = cache.active;
    entries[`msal.${clientId}.active-account-filters`] = {
      homeAccountId,
      localAccountId,
      tenantId,
    };
    if (schema === 'schema 0 (3.x, 4.0)')
      entries[`msal.${clientId}.active-account`] = localAccountId;
  }
  return Object.fromEntries(
    Object.entries(entries).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
}

/** How a schema writes keys. */
class Layout {
  readonly #number: number;
  readonly #separator: string;
  readonly #claimsHash: boolean;

  constructor(schema: SchemaName) {
    const { number, separator, claimsHash } = SCHEMAS[schema];
    this.#number = number;
    this.#separator = separator;
    this.#claimsHash = claimsHash;
  }

  accountKey({ homeAccountId, environment, tenantId }: StoredPerson): string {
    const homeTenant = homeAccountId.split('.')[1] ?? tenantId;
    return this.#key(homeAccountId, environment, homeTenant);
  }

  credentialKey(person: StoredPerson, type: string, ...parts: readonly string[]): string {
    const [owner = '', realm = '', target = ''] = parts;
    const tail = this.#claimsHash ? ['', ''] : [''];
    return this.#key(person.homeAccountId, person.environment, type, owner, realm, target, ...tail);
  }

  mapKey(name: string): string {
    return this.#number === 0 ? `msal.${name}` : `msal.${this.#number}.${name}`;
  }

  #key(...parts: readonly string[]): string {
    const prefix = this.#number === 0 ? [] : [`msal.${this.#number}`];
    return [...prefix, ...parts].join(this.#separator).toLowerCase();
  }
}

function accountEntity(person: StoredPerson): unknown {
  const { homeAccountId, environment, tenantId, localAccountId, username } = person;
  const homeTenant = homeAccountId.split('.')[1] ?? tenantId;
  return {
    homeAccountId,
    environment,
    realm: homeTenant,
    localAccountId,
    username,
    authorityType: homeAccountId.includes('.') ? 'MSSTS' : 'Generic',
    name: username,
    clientInfo: '',
    tenantProfiles: [homeTenant, ...(person.guestTenants ?? [])].map((tenant) => ({
      tenantId: tenant,
      localAccountId: tenant === homeTenant ? localAccountId : `${localAccountId}-${tenant}`,
      name: username,
      isHomeTenant: tenant === homeTenant,
    })),
    lastUpdatedAt: String(SECONDS_IN_2100 * 1000),
  };
}

function credentials(
  layout: Layout,
  person: StoredPerson,
  clientId: string,
  { familyToken = false }: StoredCache,
): readonly (readonly [list: string, key: string, entity: unknown])[] {
  const { homeAccountId, environment } = person;
  const common = {
    homeAccountId,
    environment,
    clientId,
    lastUpdatedAt: String(SECONDS_IN_2100 * 1000),
  };
  const homeTenant = homeAccountId.split('.')[1] ?? person.tenantId;
  const perTenant = [homeTenant, ...(person.guestTenants ?? [])].flatMap((realm) => [
    [
      'idToken',
      layout.credentialKey(person, 'idtoken', clientId, realm),
      { ...common, credentialType: 'IdToken', realm, secret: idToken(person, realm, clientId) },
    ] as const,
    [
      'accessToken',
      layout.credentialKey(person, 'accesstoken', clientId, realm, 'openid profile mail.read'),
      {
        ...common,
        credentialType: 'AccessToken',
        realm,
        secret: `access token of ${person.localAccountId}`,
        target: 'openid profile Mail.Read',
        tokenType: 'Bearer',
        cachedAt: String(SECONDS_IN_2023),
        expiresOn: String(SECONDS_IN_2100),
        extendedExpiresOn: String(SECONDS_IN_2100),
      },
    ] as const,
  ]);
  const owner = familyToken ? '1' : clientId;
  return [
    ...perTenant,
    [
      'refreshToken',
      layout.credentialKey(person, 'refreshtoken', owner),
      {
        ...common,
        credentialType: 'RefreshToken',
        secret: `refresh token of ${person.localAccountId}`,
        expiresOn: String(SECONDS_IN_2100),
        ...(familyToken && { familyId: '1' }),
      },
    ],
  ];
}

function idToken(person: StoredPerson, tenant: string, clientId: string): string {
  const claims = {
    iss: `https://${person.environment}/${tenant}/v2.0`,
    sub: person.localAccountId,
    oid: person.localAccountId,
    tid: tenant,
    aud: clientId,
    exp: SECONDS_IN_2100,
    iat: SECONDS_IN_2100 - 3600,
    name: person.username,
    preferred_username: person.username,
    login_hint: `hint-${person.localAccountId}`,
  };
  return [{ alg: 'none', typ: 'JWT' }, claims].map(base64Url).join('.') + '.signature';
}

function base64Url(value: unknown): string {
  return btoa(JSON.stringify(value)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

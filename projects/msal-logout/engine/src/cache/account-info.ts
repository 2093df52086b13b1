/** The claims of an ID token, as far as a sign-out looks at them. */
// A type alias, not an interface: only an alias can be handed back to MSAL, whose claims have an index signature.
// eslint-disable-next-line @typescript-eslint/consistent-type-definitions
export type IdTokenClaims = {
  /** The opaque hint that tells the provider which of its sessions to end. */
  readonly login_hint?: string;
  /** When the token was issued, in seconds since 1970. */
  readonly iat?: number;
};

/** Which account, and nothing about the person: safe to keep, to log and to send to other tabs. */
export interface AccountIdentity {
  /** MSAL's key of the account: `<object id>.<tenant id>` with Entra, the subject elsewhere. */
  readonly homeAccountId: string;
  /** Host of the authority that the account belongs to. */
  readonly environment: string;
  /** Tenant of the signed-in profile. */
  readonly tenantId: string;
  /** The account's id within that tenant. */
  readonly localAccountId: string;
}

/** A signed-in account; MSAL's `AccountInfo` of every major can be given where this is asked for. */
export interface AccountInfo {
  /** MSAL's key of the account. */
  homeAccountId: string;
  /** Host of the authority that the account belongs to. */
  environment: string;
  /** Tenant of the signed-in profile. */
  tenantId: string;
  /** What the person signs in with, as a rule; empty when the provider does not say. */
  username: string;
  /** The account's id within its tenant. */
  localAccountId: string;
  /** The person's name, for display. */
  name?: string;
  /** MSAL 5 fills it from the `login_hint` claim. */
  loginHint?: string;
  /** The claims of the last ID token. */
  idTokenClaims?: IdTokenClaims;
}

/** Whether a value from elsewhere is a whole identity: what is cleared is found by all of it. */
export function isAccountIdentity(value: unknown): value is AccountIdentity {
  if (typeof value !== 'object' || value === null) return false;
  const { homeAccountId, environment, tenantId, localAccountId } = value as Record<string, unknown>;
  return [homeAccountId, environment, tenantId, localAccountId].every(
    (member) => typeof member === 'string',
  );
}

/** The identity in `account`, without everything else that it carries. */
export function accountIdentity(account: AccountIdentity): AccountIdentity {
  const { homeAccountId, environment, tenantId, localAccountId } = account;
  return { homeAccountId, environment, tenantId, localAccountId };
}

/** An account of which nothing but the identity is known. */
export function namelessAccount(identity: AccountIdentity): AccountInfo {
  return { ...identity, username: '' };
}

/**
 * Whether two objects name the same account, tenant profiles of one account included.
 *
 * Cache keys are lower case whatever the ids are, so letter case does not tell accounts apart.
 */
export function isSameAccount(
  one: Pick<AccountIdentity, 'homeAccountId' | 'environment'>,
  other: Pick<AccountIdentity, 'homeAccountId' | 'environment'>,
): boolean {
  return accountKey(one) === accountKey(other);
}

/** A value that is equal for two objects exactly when they name the same account. */
export function accountKey({
  homeAccountId,
  environment,
}: Pick<AccountIdentity, 'homeAccountId' | 'environment'>): string {
  return JSON.stringify([homeAccountId.toLowerCase(), environment.toLowerCase()]);
}

/** A value that is equal for two objects exactly when they name the same tenant profile of the same account. */
export function profileKey(
  account: Pick<AccountIdentity, 'homeAccountId' | 'environment' | 'tenantId'>,
): string {
  return JSON.stringify([accountKey(account), account.tenantId]);
}

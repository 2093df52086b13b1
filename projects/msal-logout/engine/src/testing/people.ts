import type { AccountInfo } from '../cache/account-info';

/** An account as MSAL keeps it for a provider that is not Microsoft's. */
export function account(subject: string, members: Partial<AccountInfo> = {}): AccountInfo {
  return {
    homeAccountId: subject,
    environment: 'id.example',
    tenantId: '',
    localAccountId: subject,
    username: `${subject}@example.example`,
    idTokenClaims: { login_hint: subject },
    ...members,
  };
}

export const ADA = account('ada');
export const ALAN = account('alan');

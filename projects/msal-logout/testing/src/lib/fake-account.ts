import type { AccountInfo } from 'msal-logout/engine';

/**
 * An account as MSAL lists it.
 * @param name of the person; the ids, the user name and the login hint are made from it
 * @param members what is to be otherwise
 */
export function fakeAccount(
  name = 'Ada Lovelace',
  members: Partial<AccountInfo> = {},
): AccountInfo {
  const id = name.toLowerCase().replace(/\s+/g, '.');
  return {
    homeAccountId: `${id}.contoso`,
    environment: 'login.example',
    tenantId: 'contoso',
    localAccountId: id,
    username: `${id}@contoso.example`,
    name,
    loginHint: `hint-of-${id}`,
    ...members,
  };
}

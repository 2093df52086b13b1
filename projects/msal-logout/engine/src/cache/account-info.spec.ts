import {
  accountIdentity,
  isAccountIdentity,
  isSameAccount,
  namelessAccount,
  profileKey,
} from './account-info';

const ADA = {
  homeAccountId: 'Ada.t1',
  environment: 'login.example',
  tenantId: 't1',
  localAccountId: 'ada',
};

it('takes an object with four texts for an identity', () => {
  expect(isAccountIdentity({ ...ADA, username: 1 })).toBe(true);
  for (const value of [null, undefined, 'ada', {}]) expect(isAccountIdentity(value)).toBe(false);
  for (const member of Object.keys(ADA)) {
    expect(isAccountIdentity({ ...ADA, [member]: undefined })).toBe(false);
    expect(isAccountIdentity({ ...ADA, [member]: 1 })).toBe(false);
  }
});

it('takes the identity out of an account, and makes an account of it', () => {
  const account = { ...ADA, username: 'ada@example.example', name: 'Ada' };

  expect(accountIdentity(account)).toStrictEqual(ADA);
  expect(namelessAccount(ADA)).toStrictEqual({ ...ADA, username: '' });
});

it('tells accounts by both ids, in whatever letters, and profiles by the tenant, too', () => {
  const same = { ...ADA, homeAccountId: 'aDA.T1', environment: 'LOGIN.example' };

  expect(isSameAccount(ADA, same)).toBe(true);
  expect(isSameAccount(ADA, { ...ADA, homeAccountId: 'ada.t2' })).toBe(false);
  expect(isSameAccount(ADA, { ...ADA, environment: 'login.example.org' })).toBe(false);
  expect(
    isSameAccount(
      { homeAccountId: 'a', environment: 'bc' },
      { homeAccountId: 'ab', environment: 'c' },
    ),
  ).toBe(false);
  expect(profileKey(same)).toBe(profileKey(ADA));
  expect(profileKey({ ...ADA, tenantId: 't2' })).not.toBe(profileKey(ADA));
});

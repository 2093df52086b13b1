import type { AccountIdentity } from './account-info';
import { AccountKeys, isAccountEntry, isTokenOf, ownerIn } from './account-keys';

const ADA: AccountIdentity = {
  homeAccountId: 'Ada.t1',
  environment: 'login.example',
  tenantId: 't2',
  localAccountId: 'Ada',
};
const ALAN: AccountIdentity = { ...ADA, homeAccountId: 'alan.t1', localAccountId: 'alan' };

const theirs = new AccountKeys([ADA]);

function entryOf(account: AccountIdentity): string {
  return JSON.stringify(account);
}

/** What the key maps name: nothing, or one key. */
const NOTHING = new Map<string, string>();
const listing = (key: string) => new Map([[key, 'c1']]);

describe.each([
  { schema: 0, before: '', separator: '-' },
  { schema: 1, before: 'msal.1-', separator: '-' },
  { schema: 2, before: 'msal.2|', separator: '|' },
  { schema: 13, before: 'MSAL.13|', separator: '|' },
])('a key of schema $schema', ({ before, separator }) => {
  const key = (...parts: readonly string[]): string =>
    before + ['ada.t1', 'login.example', ...parts].join(separator);

  it.each([
    ['idtoken', 'c1', 't1', ''],
    ['accesstoken', 'c1', 't1', 'mail.read'],
    ['accesstoken_with_authscheme', 'c1', 't1', 'mail.read'],
    ['refreshtoken', 'c1', '', ''],
    ['t2'],
    ['t1'],
    ['T2'],
  ])('is theirs with %s behind the account, read or not', (...parts) => {
    expect(theirs.owns(key(...parts), () => null, NOTHING)).toBe(true);
    expect(theirs.owns(key(...parts), () => entryOf(ADA), NOTHING)).toBe(true);
    expect(theirs.owns(key(...parts), () => entryOf(ALAN), listing(key(...parts)))).toBe(false);
  });

  it('of a tenant that they do not name is theirs where it says so, or the key leaves no doubt', () => {
    const guest = key('t3');
    const isCertain = separator === '|';

    expect(theirs.owns(guest, () => null, NOTHING)).toBe(isCertain);
    expect(theirs.owns(guest, () => null, listing(guest))).toBe(true);
    expect(theirs.owns(guest, () => entryOf(ADA), NOTHING)).toBe(true);
    expect(theirs.owns(guest, () => entryOf(ALAN), listing(guest))).toBe(false);
  });

  it('of somebody else, or with less than a whole account, is not', () => {
    const others = [
      key('t2').replace('ada.t1', 'xada.t1'),
      key('t2').replace('ada.t1', 'ada.t1x'),
      key('t2').replace('login.example', 'login.example.org'),
      key(),
      before,
    ];
    for (const each of others) expect(theirs.owns(each, () => null, listing(each))).toBe(false);
  });

  it('is that of a family token only where a family is behind the kind', () => {
    expect(theirs.isFamilyToken(key('refreshtoken', '1', '', ''))).toBe(true);
    expect(theirs.isFamilyToken(key('RefreshToken', '1', '', ''))).toBe(true);
    expect(theirs.isFamilyToken(key('refreshtoken', '12', '', ''))).toBe(false);
    expect(theirs.isFamilyToken(key('refreshtoken', 'c1', '', ''))).toBe(false);
    expect(theirs.isFamilyToken(key('accesstoken', '1', 'refreshtoken', '1', ''))).toBe(false);
    expect(theirs.isFamilyToken('refreshtoken-1-')).toBe(false);
  });
});

it('does not take a token of schema 2 for an account because of a bar behind its tenant', () => {
  expect(
    theirs.owns(
      'msal.2|ada.t1|login.example|t3|more',
      () => null,
      listing('msal.2|ada.t1|login.example|t3|more'),
    ),
  ).toBe(false);
});

it('keeps both tenants of two profiles of one account', () => {
  const profiles = new AccountKeys([ADA, { ...ADA, tenantId: 't3' }]);

  for (const tenant of ['t1', 't2', 't3']) {
    expect(profiles.owns(`ada.t1-login.example-${tenant}`, () => null, NOTHING)).toBe(true);
  }
});

it('tells accounts by their ids', () => {
  expect(theirs.hasHomeAccountId('ADA.T1')).toBe(true);
  expect(theirs.hasHomeAccountId('alan.t1')).toBe(false);
  expect(theirs.hasLocalAccountId('Ada')).toBe(true);
  expect(theirs.hasLocalAccountId('alan')).toBe(false);
});

it.each([
  ['ada.t1-login.example-accesstoken-c1-t1-mail.read', true],
  ['ada.t1-login.example-idtoken-C1-t1-', true],
  ['msal.2|ada.t1|login.example|refreshtoken|c1||', true],
  ['ada.t1-login.example-accesstoken_with_authscheme-c1-t1-mail.read', true],
  ['ada.t1-login.example-accesstoken-c12-t1-mail.read', false],
  ['ada.t1-login.example-accesstoken-xc1-t1-mail.read', false],
  ['ada.t1-login.example-t1', false],
  ['accesstoken-c1-', false],
])('knows %s for a token of the client, or not: %s', (key, expected) => {
  expect(isTokenOf('c1', key)).toBe(expected);
  expect(isTokenOf('C1', key)).toBe(expected);
});

it.each([
  ['msal.2|ada.t1|login.example|t1', 'encrypted', true],
  ['msal.12|ada.t1|login.example|', null, true],
  ['msal.2|ada.t1|login.example|t1|more', 'encrypted', false],
  ['my.msal.2|ada.t1|login.example|t1', 'encrypted', false],
  ['ada', JSON.stringify({ ...ADA, authorityType: 'MSSTS' }), true],
  ['ada', JSON.stringify(ADA), false],
  ['ada', '{"authorityType":"MSSTS"}', false],
  ['ada', null, false],
])('knows %s with %s for an account, or not: %s', (key, value, expected) => {
  expect(isAccountEntry(key, value)).toBe(expected);
});

it('says whose an entry is where both ids are texts', () => {
  expect(ownerIn(entryOf(ADA))).toBe(ownerIn(entryOf({ ...ADA, homeAccountId: 'ADA.T1' })));
  expect(ownerIn(entryOf(ADA))).not.toBe(ownerIn(entryOf(ALAN)));
  for (const value of [null, 'text', '{}', '{"homeAccountId":"ada.t1"}', '{"environment":"x"}']) {
    expect(ownerIn(value)).toBeNull();
  }
  expect(ownerIn('{"homeAccountId":1,"environment":"x"}')).toBeNull();
  expect(ownerIn('{"homeAccountId":"ada.t1","environment":1}')).toBeNull();
});

import { accountsIn, idTokenIn } from './account-entity';

const ADA = { homeAccountId: 'ada.t1', environment: 'login.example', realm: 't1' };

/** A token with `claims`; nobody looks at its signature. */
function jwt(claims: object): string {
  return `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`;
}

describe('the accounts in an entry', () => {
  it.each([
    ['no JSON', '{"homeAccountId":'],
    ['no object', '"ada"'],
    ['without a home account id', JSON.stringify({ ...ADA, homeAccountId: undefined })],
    ['with a home account id that is none', JSON.stringify({ ...ADA, homeAccountId: 1 })],
    ['without an environment', JSON.stringify({ ...ADA, environment: undefined })],
    ['with an environment that is none', JSON.stringify({ ...ADA, environment: null })],
  ])('are none where it is %s', (_, text) => {
    expect(accountsIn(text)).toEqual([]);
  });

  it('are one without tenant profiles, with what the entry says', () => {
    const entity = {
      ...ADA,
      localAccountId: 'ada',
      username: 'ada@x',
      name: 'Ada',
      loginHint: 'h',
    };

    for (const tenantProfiles of [undefined, []]) {
      expect(accountsIn(JSON.stringify({ ...entity, tenantProfiles }))).toEqual([
        {
          homeAccountId: 'ada.t1',
          environment: 'login.example',
          tenantId: 't1',
          localAccountId: 'ada',
          username: 'ada@x',
          name: 'Ada',
          loginHint: 'h',
        },
      ]);
    }
  });

  it('have empty members where MSAL has strings, and no member that is optional', () => {
    const { homeAccountId, environment } = ADA;

    expect(accountsIn(JSON.stringify({ homeAccountId, environment }))).toStrictEqual([
      { homeAccountId, environment, tenantId: '', localAccountId: '', username: '' },
    ]);
  });

  it('are one for each tenant profile, which comes before the entry', () => {
    const text = JSON.stringify({
      ...ADA,
      localAccountId: 'ada',
      username: 'ada@x',
      name: 'Ada',
      loginHint: 'h',
      tenantProfiles: [
        { tenantId: 't1' },
        { tenantId: 't2', localAccountId: 'a2', username: 'ada@y', name: 'A', loginHint: 'g' },
      ],
    });

    expect(accountsIn(text)).toEqual([
      expect.objectContaining({
        tenantId: 't1',
        localAccountId: 'ada',
        username: 'ada@x',
        name: 'Ada',
        loginHint: 'h',
      }),
      expect.objectContaining({
        tenantId: 't2',
        localAccountId: 'a2',
        username: 'ada@y',
        name: 'A',
        loginHint: 'g',
      }),
    ]);
  });
});

describe('the id token in an entry', () => {
  const TOKEN = { ...ADA, secret: jwt({ iat: 7, login_hint: 'Zoë' }) };

  it('has whose it is and its claims', () => {
    expect(idTokenIn(JSON.stringify(TOKEN))).toEqual({
      ...ADA,
      claims: { iat: 7, login_hint: 'Zoë' },
    });
  });

  it.each(['homeAccountId', 'environment', 'realm', 'secret'] as const)(
    'is none without %s, or with one that is no text',
    (member) => {
      for (const value of [undefined, 1, null]) {
        expect(idTokenIn(JSON.stringify({ ...TOKEN, [member]: value }))).toBeNull();
      }
    },
  );

  it.each([
    ['no token', 'secret'],
    ['no Base64', 'e30.*.'],
    ['no JSON', `e30.${Buffer.from('claims').toString('base64url')}.`],
  ])('has no claims where its text is %s', (_, secret) => {
    expect(idTokenIn(JSON.stringify({ ...TOKEN, secret }))?.claims).toEqual({});
  });
});

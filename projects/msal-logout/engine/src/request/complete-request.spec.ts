import type { AccountInfo } from '../cache/account-info';
import { account, ADA, ALAN } from '../testing/people';
import { completeRequest } from './complete-request';
import type { EndSessionRequest } from './end-session-request';
import { resolveConfiguration } from './resolved-configuration';

const CONFIGURATION = resolveConfiguration({ auth: { clientId: 'c1' } });
const PAGE = 'https://app.example/inbox';

function complete(request: EndSessionRequest, signedIn: readonly AccountInfo[] = [ADA, ALAN]) {
  return completeRequest(request, CONFIGURATION, signedIn, PAGE);
}

describe('the accounts', () => {
  const AT_HOME = account('ada', { tenantId: 't-1' });
  const AS_GUEST = account('ada', { tenantId: 't-2' });
  const SIGNED_IN = [AS_GUEST, ALAN, AT_HOME];

  it.each([
    ['all who are signed in, where none is named', {}, SIGNED_IN],
    ['every tenant profile, the named one first', { account: AT_HOME }, [AT_HOME, AS_GUEST]],
    ['every tenant profile, the named one first', { account: AS_GUEST }, [AS_GUEST, AT_HOME]],
    ['those of the cache, whose claims are fresh', { account: { ...ALAN, username: '' } }, [ALAN]],
    ['the named one, where it is not cached', { account: account('eve') }, [account('eve')]],
  ])('are %s', (_, request, accounts) => {
    expect(complete(request, SIGNED_IN).accounts).toEqual(accounts);
  });
});

describe('the hint', () => {
  const { idTokenClaims: _claims, ...WITHOUT_CLAIMS } = ADA;

  it.each([
    ['is the one that is given', { account: ADA, logoutHint: 'mine' }, 'mine'],
    ['is the claim', { account: ADA }, 'ada'],
    ['is that of the cached account', { account: { ...ADA, loginHint: 'given' } }, 'ada'],
    ['is none of several people', {}, undefined],
  ])('%s', (_, request, hint) => {
    expect(complete(request).logoutHint).toBe(hint);
  });

  it.each([
    ['what MSAL 5 has made of the claim', { ...ADA, loginHint: 'five' }, 'five'],
    ['none where there are no claims', WITHOUT_CLAIMS, undefined],
  ])('is, of who is signed in alone, %s', (_, alone, hint) => {
    expect(complete({}, [alone]).logoutHint).toBe(hint);
  });

  it('is none where nobody is signed in', () => {
    expect(complete({}, []).logoutHint).toBeUndefined();
  });
});

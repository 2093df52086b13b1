import type { AccountInfo, AuthenticationResult } from '@azure/msal-browser';

import { finishSignIn } from './finish-sign-in';

describe('finishSignIn', () => {
  it('makes whoever signed in the active account', async () => {
    const { msal, active } = setup(Promise.resolve({ account: { homeAccountId: 'ada' } }));

    await expect(finishSignIn(msal)).resolves.toBeNull();
    expect(active()).toMatchObject({ homeAccountId: 'ada' });
  });

  it('leaves the active account alone when nobody has just signed in', async () => {
    const { msal, active } = setup(Promise.resolve(null));

    await expect(finishSignIn(msal)).resolves.toBeNull();
    expect(active()).toBe('untouched');
  });

  it('returns why the sign-in failed', async () => {
    const failure = new Error('access_denied');

    await expect(finishSignIn(setup(Promise.reject(failure)).msal)).resolves.toBe(failure);
  });
});

function setup(response: Promise<object | null>) {
  let active: AccountInfo | null | 'untouched' = 'untouched';
  const msal = {
    handleRedirectPromise: () => response as Promise<AuthenticationResult | null>,
    setActiveAccount: (account: AccountInfo | null) => void (active = account),
  };
  return { msal, active: () => active };
}

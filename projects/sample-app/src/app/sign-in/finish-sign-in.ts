import type { IPublicClientApplication } from '@azure/msal-browser';

/**
 * Takes in the answer of a sign-in that has come back to this page; whoever signed in becomes the active account.
 *
 * @returns why the sign-in failed, or `null` when it succeeded or there was none.
 */
export async function finishSignIn(
  msal: Pick<IPublicClientApplication, 'handleRedirectPromise' | 'setActiveAccount'>,
): Promise<Error | null> {
  try {
    const response = await msal.handleRedirectPromise();
    if (response) msal.setActiveAccount(response.account);
    return null;
  } catch (cause) {
    return cause instanceof Error ? cause : new Error(String(cause));
  }
}

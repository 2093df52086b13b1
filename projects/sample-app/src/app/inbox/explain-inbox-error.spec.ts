import { HttpErrorResponse } from '@angular/common/http';
import { InteractionRequiredAuthError } from '@azure/msal-browser';
import { MsalLogoutError } from 'msal-logout';

import { explainInboxError } from './explain-inbox-error';

describe('explainInboxError', () => {
  it.each([
    [0, 'does not answer'],
    [401, 'did not accept the access token'],
    [403, 'did not accept the access token'],
    [500, 'answered with an error (500)'],
  ])('tells what status %d means', (status, explanation) => {
    expect(explainInboxError(new HttpErrorResponse({ status }))).toContain(explanation);
  });

  it('asks to sign in again when MSAL needs an interaction', () => {
    const error = new InteractionRequiredAuthError('login_required', 'c-1');

    expect(explainInboxError(error)).toContain('sign in again');
  });

  it('does not blame the token for a sign-out', () => {
    expect(explainInboxError(new MsalLogoutError('signed_out', 'c-1'))).toContain('signed out');
  });

  it('blames the missing token for everything else', () => {
    expect(explainInboxError(new Error('no_account_error'))).toContain('no access token');
  });
});

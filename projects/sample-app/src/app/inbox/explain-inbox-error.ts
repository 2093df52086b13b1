import { HttpErrorResponse } from '@angular/common/http';
import { InteractionRequiredAuthError } from '@azure/msal-browser';
import { isMsalLogoutError } from 'msal-logout';

/** Why there are no messages, for the person who wants to read them. */
export function explainInboxError(error: unknown): string {
  if (error instanceof InteractionRequiredAuthError) {
    return 'The identity server wants you to sign in again before it lets this app read your mail.';
  }
  if (isMsalLogoutError(error, 'signed_out')) {
    return 'Somebody signed out while your mail was on its way.';
  }
  if (!(error instanceof HttpErrorResponse)) {
    return 'This app got no access token for your mail.';
  }
  if (error.status === 0) return 'The mail server does not answer. Is "npm start" still running?';
  if (error.status === 401 || error.status === 403) {
    return 'The mail server did not accept the access token.';
  }
  return `The mail server answered with an error (${error.status}).`;
}

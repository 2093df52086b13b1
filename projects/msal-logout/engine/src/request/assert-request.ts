import type { MsalLogoutErrorCode } from '../errors/msal-logout-error';
import { MsalLogoutError } from '../errors/msal-logout-error';
import type { EndSessionRequest } from './end-session-request';

const TEXT_FIELDS = ['authority', 'correlationId', 'idTokenHint', 'logoutHint', 'state'] as const;

/**
 * Throws unless every field of `request` can be used on the page at `page`. Touches nothing.
 * @throws MsalLogoutError `invalid_request` or `invalid_redirect_uri`, with the field in the message.
 */
export function assertEndSessionRequest(request: EndSessionRequest, page: string): void {
  // Callers of plain JavaScript, or with casts, pass anything: nothing is taken for granted here.
  const fields: Readonly<Record<string, unknown>> = { ...request };
  const refuse = (code: MsalLogoutErrorCode, detail: string): never => {
    const { correlationId } = fields;
    throw new MsalLogoutError(code, typeof correlationId === 'string' ? correlationId : '', detail);
  };

  for (const field of TEXT_FIELDS) {
    const value = fields[field];
    if (value === undefined) continue;
    if (!isText(value)) refuse('invalid_request', `${field} must be well-formed text.`);
  }
  assertAccount(fields['account'], refuse);
  const { authority } = request;
  if (authority !== undefined && !isHttps(authority)) {
    refuse('invalid_request', 'authority must be an https address.');
  }
  const extra = fields['extraQueryParameters'];
  if (extra !== undefined && !isRecordOfText(extra)) {
    refuse('invalid_request', 'extraQueryParameters must be a record of well-formed texts.');
  }
  const callback = fields['onRedirectNavigate'];
  if (callback !== undefined && typeof callback !== 'function') {
    refuse('invalid_request', 'onRedirectNavigate must be a function.');
  }
  const uri = fields['postLogoutRedirectUri'];
  if (uri !== undefined && uri !== null && !(isText(uri) && isRedirectUri(uri, page))) {
    refuse('invalid_redirect_uri', 'Field: postLogoutRedirectUri.');
  }
}

function assertAccount(
  account: unknown,
  refuse: (code: MsalLogoutErrorCode, detail: string) => never,
): void {
  if (account === undefined || account === null) return;
  if (typeof account !== 'object') refuse('invalid_request', 'account must be an account object.');
  const members = account as Readonly<Record<string, unknown>>;
  for (const field of ['homeAccountId', 'environment']) {
    const value = members[field];
    if (!isText(value) || value === '') {
      refuse('invalid_request', `account.${field} must be a text that is not empty.`);
    }
  }
}

/** Whether a provider could send a browser to `uri`: http or https, and no disguised change of host. */
export function isRedirectUri(uri: string, page: string): boolean {
  if (/^\s*[/\\]{2}|^\s*[/]?\\/.test(uri) || !URL.canParse(uri, page)) return false;
  return ['http:', 'https:'].includes(new URL(uri, page).protocol);
}

function isHttps(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:';
}

/** Text without a lone surrogate, which no URL can carry. */
function isText(value: unknown): value is string {
  return typeof value === 'string' && !/\p{Surrogate}/u.test(value);
}

function isRecordOfText(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every((entry) => entry.every(isText))
  );
}

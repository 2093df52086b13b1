import { MsalLogoutError } from '../errors/msal-logout-error';
import type { EndSessionPopupRequest } from './end-session-popup-request';
import type { EndSessionRequest } from './end-session-request';
import {
  isFunction,
  isHttpsAddress,
  isObjectOrNull,
  isPixels,
  isRecordOfText,
  isRedirectUri,
  isRedirectUriHere,
  isText,
  isTextOfSomeLength,
  isWindow,
} from './field-checks';

/** What a field must be when it is given. A field of a field is needed when that one is given. */
const FIELDS: readonly (readonly [
  field: string,
  accepts: (value: unknown, page: string) => boolean,
  mustBe: string,
])[] = [
  ['account', isObjectOrNull, 'an account'],
  ['account.homeAccountId', isTextOfSomeLength, 'a text that is not empty'],
  ['account.environment', isTextOfSomeLength, 'a text that is not empty'],
  ['authority', isHttpsAddress, 'an https address'],
  ['correlationId', isText, 'well-formed text'],
  ['extraQueryParameters', isRecordOfText, 'a record of well-formed texts'],
  ['idTokenHint', isText, 'well-formed text'],
  ['logoutHint', isText, 'well-formed text'],
  ['state', isText, 'well-formed text'],
  ['onRedirectNavigate', isFunction, 'a function'],
  ['postLogoutRedirectUri', (uri, page) => uri === null || isRedirectUri(uri, page), 'http(s)'],
  ['mainWindowRedirectUri', isRedirectUriHere, 'http(s), and on this origin'],
  ['popupFallback', (value) => value === 'redirect', "'redirect'"],
  ['popupWindowAttributes.popupSize.width', isPixels, 'a number of pixels'],
  ['popupWindowAttributes.popupSize.height', isPixels, 'a number of pixels'],
  ['popupWindowAttributes.popupPosition.left', isPixels, 'a number of pixels'],
  ['popupWindowAttributes.popupPosition.top', isPixels, 'a number of pixels'],
  ['popupWindowParent', isWindow, 'a window'],
];

/**
 * Throws unless every field of `request` can be used on the page at `page`. Touches nothing.
 * @throws MsalLogoutError `invalid_redirect_uri` or `invalid_request`, with the field in the message.
 */
export function assertEndSessionRequest(
  request: EndSessionRequest | EndSessionPopupRequest,
  page: string,
): void {
  for (const [field, accepts, mustBe] of FIELDS) {
    const found = find(request, field.split('.'));
    if (!found || accepts(found.value, page)) continue;
    throw new MsalLogoutError(
      field.endsWith('RedirectUri') ? 'invalid_redirect_uri' : 'invalid_request',
      isText(request.correlationId) ? request.correlationId : '',
      `${field} must be ${mustBe}.`,
    );
  }
}

/** The value at `path`; `null` when it is not asked for. */
function find(request: object, path: readonly string[]): { readonly value: unknown } | null {
  let value: unknown = request;
  for (const name of path) {
    if (value === undefined || value === null) return null;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return path.length === 1 && value === undefined ? null : { value };
}

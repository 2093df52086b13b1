import { MsalLogoutError } from '../errors/msal-logout-error';
import { closestName } from './closest-name';
import type { EndSessionPopupRequest } from './end-session-popup-request';
import type { EndSessionRequest } from './end-session-request';
import {
  isFieldObject,
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
import type { ResolvedConfiguration } from './resolved-configuration';

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

/** Fields that requests of MSAL 3 to 5 may have and that make no difference here. */
const IGNORED_FIELDS = ['popupOriginCheckDone'];

const FIELD_PATHS = [...FIELDS.map(([field]) => field), ...IGNORED_FIELDS];

const KNOWN_FIELDS = new Set(FIELD_PATHS.map((path) => path.split('.')[0]));

/**
 * Throws unless `request` is an object and every known field can be used on the page at `page`. Touches nothing.
 * @throws MsalLogoutError `invalid_redirect_uri` or `invalid_request`, with the field in the message.
 */
export function assertEndSessionRequest(
  request: EndSessionRequest | EndSessionPopupRequest,
  page: string,
): void {
  if (!isFieldObject(request)) {
    throw new MsalLogoutError('invalid_request', '', 'The request must be an object.');
  }
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

/**
 * Reports fields that neither MSAL 3 to 5 nor this library knows: a misspelt `account` would sign out all accounts.
 * @throws MsalLogoutError `invalid_request`, with the field in the message, when `strictRequests`; otherwise a warning is logged.
 */
export function checkFieldNames(
  request: EndSessionRequest | EndSessionPopupRequest,
  { strictRequests, logger }: Pick<ResolvedConfiguration, 'strictRequests' | 'logger'>,
): void {
  for (const field of Object.keys(request)) {
    if (KNOWN_FIELDS.has(field)) continue;
    const closest = closestName(field, FIELD_PATHS);
    const hint = closest ? ` Did you mean ${closest}?` : '';
    const message = `${field} is not a field of a request.${hint}`;
    if (strictRequests) {
      throw new MsalLogoutError('invalid_request', request.correlationId ?? '', message);
    }
    logger.warning(message);
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

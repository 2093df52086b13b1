import { MsalLogoutError } from '../errors/msal-logout-error';
import type {
  ClearCacheRequest as Clear5,
  EndSessionPopupRequest as Popup5,
  EndSessionRequest as Redirect5,
} from '@azure/msal-browser';
import type {
  ClearCacheRequest as Clear3,
  EndSessionPopupRequest as Popup3,
  EndSessionRequest as Redirect3,
} from 'msal-browser-3';
import type {
  ClearCacheRequest as Clear4,
  EndSessionPopupRequest as Popup4,
  EndSessionRequest as Redirect4,
} from 'msal-browser-4';
import { Logger } from '../logger';
import { assertEndSessionRequest, checkFieldNames } from './assert-request';
import type { ClearCacheRequest } from './clear-cache-request';
import type { EndSessionPopupRequest } from './end-session-popup-request';
import type { EndSessionRequest } from './end-session-request';

const PAGE = 'https://app.example/inbox';

/** Also what TypeScript would not let through. */
function check(request: object): void {
  assertEndSessionRequest(request, PAGE);
}

it.each([
  ['a fallback that there is not', { popupFallback: 'popup' }, "popupFallback must be 'redirect'."],
  [
    'a width without a number',
    { popupWindowAttributes: { popupSize: { width: '9', height: 9 } } },
    'popupWindowAttributes.popupSize.width must be a number of pixels.',
  ],
])('refuses %s, and says what it must be', (_, request, message) => {
  expect(() => check({ ...request, correlationId: 'c-1' })).toThrow(
    new MsalLogoutError('invalid_request', 'c-1', message),
  );
});

it('does not repeat a correlation id that is not text', () => {
  expect(() => check({ correlationId: 7 })).toThrow(
    expect.objectContaining({ correlationId: '' }) as Error,
  );
});

it.each([['ada'], [7], [null], [[]], [() => ({})], [Promise.resolve({})], [new Event('click')]])(
  'refuses %p, which is not a set of fields',
  (request) => {
    expect(() => check(request as object)).toThrow(
      new MsalLogoutError('invalid_request', '', 'The request must be an object.'),
    );
  },
);

type FieldOf<Request> = Request extends unknown ? keyof Request : never;

/** Every field of a request of MSAL 3, 4 or 5, and of this library; one that is missing does not compile. */
const FIELD_NAMES: Readonly<
  Record<
    FieldOf<
      | (Clear3 | Popup3 | Redirect3)
      | (Clear4 | Popup4 | Redirect4)
      | (Clear5 | Popup5 | Redirect5)
      | (ClearCacheRequest | EndSessionPopupRequest | EndSessionRequest)
    >,
    true
  >
> = {
  account: true,
  authority: true,
  correlationId: true,
  extraQueryParameters: true,
  idTokenHint: true,
  logoutHint: true,
  mainWindowRedirectUri: true,
  onRedirectNavigate: true,
  popupFallback: true,
  popupOriginCheckDone: true,
  popupWindowAttributes: true,
  popupWindowParent: true,
  postLogoutRedirectUri: true,
  state: true,
};

it.each(Object.keys(FIELD_NAMES))('knows the field %s', (field) => {
  expect(namesIn({ [field]: undefined }, true)).toEqual([]);
});

it.each([
  [{ acount: null }, 'acount is not a field of a request. Did you mean account?'],
  [{ homeAccountId: 'ada' }, expect.stringContaining('Did you mean account.homeAccountId?')],
  [{ isTrusted: true }, 'isTrusted is not a field of a request.'],
])('refuses the fields of %j where it is strict, and warns of them elsewhere', (request, told) => {
  expect(() => namesIn({ ...request, correlationId: 'c-1' }, true)).toThrow(
    expect.objectContaining({
      code: 'invalid_request',
      correlationId: 'c-1',
      message: expect.stringContaining(Object.keys(request)[0] ?? '-') as string,
    }) as Error,
  );
  expect(namesIn(request, false)).toEqual([told]);
});

it('does not look into the account, which may have any field', () => {
  expect(namesIn({ account: { homeAccountId: 'ada', nickname: 'A' } }, true)).toEqual([]);
});

/** What the log says of the names of the fields. */
function namesIn(request: object, strictRequests: boolean): readonly string[] {
  const logged: string[] = [];
  const logger = new Logger({
    loggerCallback: (_, message) => logged.push(message.replace('[msal-logout] ', '')),
  });
  checkFieldNames(request, { strictRequests, logger });
  return logged;
}

it.each([
  ['nothing', {}],
  ['the fallback', { popupFallback: 'redirect' }],
  ['attributes of nothing', { popupWindowAttributes: null }],
  ['attributes of a popup without a size', { popupWindowAttributes: { popupSize: null } }],
])('takes %s', (_, request) => {
  expect(() => check(request)).not.toThrow();
});

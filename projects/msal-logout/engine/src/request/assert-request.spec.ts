import { MsalLogoutError } from '../errors/msal-logout-error';
import { assertEndSessionRequest } from './assert-request';

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

it.each([
  ['nothing', {}],
  ['the fallback', { popupFallback: 'redirect' }],
  ['attributes of nothing', { popupWindowAttributes: null }],
  ['attributes of a popup without a size', { popupWindowAttributes: { popupSize: null } }],
])('takes %s', (_, request) => {
  expect(() => check(request)).not.toThrow();
});

import type { EndSessionPopupRequest } from './end-session-popup-request';
import type { EndSessionRequest } from './end-session-request';
import { isSameRequest } from './same-request';

const account = {
  homeAccountId: 'ada',
  environment: 'op.example',
  tenantId: '',
  localAccountId: 'ada',
  username: '',
};

function expectSame(
  one: EndSessionRequest & EndSessionPopupRequest,
  other: EndSessionRequest & EndSessionPopupRequest,
  same: boolean,
): void {
  expect([isSameRequest(one, other), isSameRequest(other, one)]).toEqual([same, same]);
}

it('is about the same account, or about everybody', () => {
  expectSame({}, {}, true);
  expectSame({ account: null }, {}, true);
  expectSame({ account }, { account: { ...account, username: 'ada@example.example' } }, true);
  expectSame({ account }, { account: { ...account, homeAccountId: 'alan' } }, false);
  expectSame({ account }, {}, false);
});

it('asks for the same, in whatever order', () => {
  const one = { state: 's', logoutHint: 'h' };

  expectSame(one, { logoutHint: 'h', state: 's' }, true);
  expectSame(one, { ...one, state: 't' }, false);
  expectSame(one, { ...one, mainWindowRedirectUri: '/' }, false);
  expectSame({ ...one, account }, { ...one, account, postLogoutRedirectUri: null }, false);
});

it('may carry another correlation id, another callback and another window', () => {
  const one = { correlationId: '1', onRedirectNavigate: () => true, popupWindowParent: window };

  expectSame(one, { correlationId: '2', onRedirectNavigate: () => false }, true);
});

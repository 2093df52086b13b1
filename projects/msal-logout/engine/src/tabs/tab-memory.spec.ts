import { recallTab, rememberTab } from './tab-memory';

const COPY = { account: 'digest', since: 3, token: 't-1' };
const NOTHING = { copies: [], isSigningIn: false };

beforeEach(() => sessionStorage.clear());
afterEach(() => jest.restoreAllMocks());

it('has nothing in a tab that is new', () => {
  expect(recallTab()).toEqual(NOTHING);
});

it('has what an earlier page of the tab has remembered last', () => {
  const memory = { copies: [COPY, { ...COPY, account: 'other' }], isSigningIn: true };
  rememberTab(NOTHING);
  rememberTab(memory);

  expect(recallTab()).toEqual(memory);
});

it('is in the storage that lives as long as the tab, and under no key that MSAL deletes', () => {
  localStorage.clear();
  rememberTab({ copies: [COPY], isSigningIn: false });

  expect(localStorage).toHaveLength(0);
  expect(Object.keys(sessionStorage)).toEqual(['end-session.tab']);
});

it.each([
  '',
  '[]',
  '7',
  '{"isSigningIn":true}',
  '{"copies":7,"isSigningIn":true}',
  '{"copies":[null]}',
  '{"copies":["digest"]}',
  '{"copies":[],"isSigningIn":"yes"}',
])('reads nothing in %p', (text) => {
  sessionStorage.setItem('end-session.tab', text);

  expect(recallTab()).toEqual(NOTHING);
});

it.each([
  ['account', 7],
  ['since', '3'],
  ['since', 0.5],
  ['token', 7],
  ['token', undefined],
])('reads nothing where the %s of a copy is %p', (member, value) => {
  const copies = [COPY, { ...COPY, [member]: value }];
  sessionStorage.setItem('end-session.tab', JSON.stringify({ copies, isSigningIn: true }));

  expect(recallTab()).toEqual(NOTHING);
});

it('breaks nothing where there is no storage', () => {
  jest.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
    throw new DOMException('', 'SecurityError');
  });

  expect(() => rememberTab({ copies: [COPY], isSigningIn: false })).not.toThrow();
  expect(recallTab()).toEqual(NOTHING);
});

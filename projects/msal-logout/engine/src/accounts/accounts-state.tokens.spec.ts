import { ADA, after, ALAN, listed, signedIn, signedOut } from '../testing/account-facts';
import { ALL_ACCOUNTS } from '../tabs/note';
import type { TabMemory } from '../tabs/tab-channel';
import type { AccountFact } from './account-fact';
import { ownCopies, pendingSignOut, step, verdictOn } from './accounts-state';

describe('a token', () => {
  const request = (account: string | null, order: number): AccountFact => ({
    type: 'request-began',
    id: 'r-1',
    account,
    order,
  });

  it.each([
    ['renewed while she is signed in', [listed(1, ADA), request(ADA, 1)], 'renewal'],
    ['by ssoSilent, of an account that is here', [listed(1, ADA), request(null, 1)], 'sign-in'],
    [
      'whose account MSAL names only later',
      [listed(1, ADA), request(null, 1), request(ADA, 9)],
      'renewal',
    ],
    [
      'whose account MSAL names only after the sign-out',
      [listed(1, ADA), request(null, 1), signedOut(2), request(ADA, 9)],
      'brought-back',
    ],
    ['by ssoSilent, of an account that was never here', [request(null, 0)], 'sign-in'],
    [
      'under way at the sign-out',
      [listed(1, ADA), request(ADA, 1), signedOut(2), listed(0)],
      'brought-back',
    ],
    ['by ssoSilent, under way at the sign-out', [request(null, 1), signedOut(2)], 'brought-back'],
    [
      'under way at the sign-out of all',
      [request(null, 1), signedOut(2, [ALL_ACCOUNTS])],
      'brought-back',
    ],
    [
      'under way at the sign-out of Alan',
      [listed(1, ADA), request(ADA, 1), signedOut(2, [ALAN])],
      'renewal',
    ],
    ['by ssoSilent, begun after the sign-out', [signedOut(2), request(null, 2)], 'sign-in'],
    ['asked for by name after the sign-out', [signedOut(2), request(ADA, 2)], 'brought-back'],
    [
      'begun before the sign-out, when she has signed in since',
      [request(ADA, 1), signedOut(2), signedIn(3)],
      'renewal',
    ],
    [
      'begun before a sign-in and a sign-out',
      [request(ADA, 1), signedIn(2), signedOut(3)],
      'brought-back',
    ],
    [
      'renewed after she has signed in again',
      [signedOut(2), signedIn(3), listed(4, ADA), request(ADA, 3)],
      'renewal',
    ],
    [
      'renewed where she is, although she counts as signed out',
      [signedOut(2), listed(3, ADA), request(ADA, 2)],
      'renewal',
    ],
  ] as const)('%s is a %s', (_, facts, verdict) => {
    expect(verdictOn(after(...facts), 'r-1', ADA)).toBe(verdict);
  });

  it.each([
    ['before the page has started is a sign-in', 5, 'sign-in'],
    ['after that is none', 6, 'brought-back'],
  ] as const)('of a request that began unseen, and a sign-out %s', (_, order, verdict) => {
    const state = after(
      { type: 'recalled', memory: { copies: [], isSigningIn: false }, order: 5 },
      signedOut(order),
    );
    expect(verdictOn(state, 'unseen', ADA)).toBe(verdict);
  });

  it('is judged once', () => {
    const state = after(request(ADA, 1), { type: 'request-ended', id: 'r-1' });
    expect(state.requests.size).toBe(0);
  });

  it('is remembered for a hundred requests, because MSAL does not say which has failed', () => {
    const many = Array.from({ length: 150 }, (_, index): AccountFact => ({
      type: 'request-began',
      id: `r-${index}`,
      account: null,
      order: 1,
    }));
    expect([...after(...many).requests.keys()]).toEqual(
      Array.from({ length: 100 }, (_, index) => `r-${index + 50}`),
    );
  });
});

describe('a page that starts', () => {
  const copies = [{ account: ADA, since: 2, token: 't-1' }];
  const start = (members: Partial<TabMemory> = {}): AccountFact => ({
    type: 'recalled',
    memory: { copies, isSigningIn: false, ...members },
    order: 5,
  });
  const lists = (token: string): AccountFact => ({
    type: 'listed',
    accounts: [{ account: ADA, token }],
    order: 6,
  });

  it.each([
    ['the copy that an earlier page had', start(), 't-1', true],
    ['a copy of a sign-in that no page has seen', start(), 't-2', false],
    ['a copy that no earlier page had', start({ copies: [] }), 't-1', false],
  ] as const)('clears %s, if it was signed out meanwhile: %#', (_, begin, token, clears) => {
    const state = after(begin, signedOut(5), lists(token));
    expect(pendingSignOut(state, ADA) !== null).toBe(clears);
  });

  it('compares with earlier pages at its first look only', () => {
    const state = after(start(), listed(6), signedOut(5), lists('t-1'));
    expect(pendingSignOut(state, ADA)).toBeNull();
  });

  it('remembers since when it has a copy, whatever tokens are renewed', () => {
    const state = after(start(), lists('t-1'), lists('t-2'));
    expect(ownCopies(state)).toEqual([{ account: ADA, since: 2, token: 't-2' }]);
  });

  it.each([
    ['has left to sign in, and finds another token', { isSigningIn: true }, 't-2', [ADA]],
    [
      'has left to sign in, and finds somebody new',
      { isSigningIn: true, copies: [] },
      't-1',
      [ADA],
    ],
    ['has left to sign in, and finds the same token', { isSigningIn: true }, 't-1', []],
    ['finds another token without that', {}, 't-2', []],
  ] as const)('knows who has signed in when the tab %s', (_, memory, token, signedIn) => {
    const state = after(start(memory), lists(token));
    expect(state.signedInAway).toEqual(signedIn);
    expect(step(state, lists('t-3')).signedInAway).toEqual([]);
  });
});

it('names the sign-out by which an account goes: the last one', () => {
  const state = after(listed(1, ADA), signedOut(2), signedOut(3, [ALL_ACCOUNTS]));
  expect(pendingSignOut(state, ADA)).toEqual({ order: 3, correlationId: 'c-3' });
});

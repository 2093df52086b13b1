import type { LogoutResult } from 'msal-logout';

import { describeResult } from './describe-result';

const ADA = {
  homeAccountId: 'ada',
  localAccountId: 'ada',
  environment: 'login.example',
  tenantId: '',
};
const ALAN = { ...ADA, homeAccountId: 'alan', localAccountId: 'alan' };
const GRACE = { ...ADA, homeAccountId: 'grace', localAccountId: 'grace' };

describe('describeResult', () => {
  it('is sure of a sign-out that the server has confirmed', () => {
    expect(describeResult(result({ server: 'confirmed' }), [])).toEqual({
      title: 'You are signed out',
      local: 'Your account and every token that came with it have left this browser.',
      server: 'The identity server has ended the session, too.',
      others: null,
      reason: null,
      sessionMayLive: false,
    });
  });

  it('does not say that the tokens have left a browser that nobody may look into', () => {
    expect(describeResult(result({ local: 'unproven' }), []).local).toContain('may be left');
  });

  it.each(['unconfirmed', 'skipped', 'failed'] as const)(
    'warns that the session may live when the server part is %s',
    (server) => {
      const { title, sessionMayLive } = describeResult(result({ server }), []);

      expect(title).toBe('You are signed out of this app');
      expect(sessionMayLive).toBe(true);
    },
  );

  it('leaves the server to the tab that talks to it', () => {
    const description = describeResult(result({ server: 'delegated', reason: 'other_tab' }), []);

    expect(description.server).toContain('Another tab');
    expect(description.sessionMayLive).toBe(false);
  });

  it.each([
    'popup_blocked',
    'popup_closed',
    'timed_out',
    'endpoint_unavailable',
    'no_end_session_endpoint',
    'navigation_failed',
    'other_tab',
  ] as const)('says what %s means', (reason) => {
    expect(describeResult(result({ server: 'failed', reason }), []).reason).toMatch(/^[A-Z].*\.$/);
  });

  it.each([
    [[], 'Nobody was signed in'],
    [[ADA], 'Your account'],
    [[ADA, ALAN], 'Both accounts'],
    [[ADA, ALAN, GRACE], 'All 3 accounts'],
  ])('counts the accounts', (accounts, begin) => {
    expect(describeResult(result({ accounts }), []).local).toMatch(new RegExp(`^${begin}`));
  });

  it.each([
    [['Alan Turing'], 'Alan Turing is still signed in.'],
    [['Alan Turing', 'Grace Hopper'], 'Alan Turing and Grace Hopper are still signed in.'],
  ])('does not send away who stays: %j', (names, others) => {
    expect(describeResult(result({ accounts: [ADA] }), names)).toMatchObject({
      title: 'One account is signed out',
      local: 'That account and every token that came with it have left this browser.',
      others,
    });
  });
});

function result(differences: Partial<LogoutResult>): LogoutResult {
  return {
    correlationId: 'c-1',
    accounts: [ADA],
    local: 'cleared',
    server: 'confirmed',
    ...differences,
  };
}

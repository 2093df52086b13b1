import { EventType } from 'msal-logout';

import { describeEvent } from './describe-event';

describe('describeEvent', () => {
  it('has words for the events of a sign-out', () => {
    expect(describeEvent(EventType.LOGOUT_START).text).toBe('Sign-out started');
  });

  it('marks a failure', () => {
    expect(describeEvent(EventType.LOGOUT_FAILURE).tone).toBe('bad');
  });

  it('lets a type it does not know say its own name', () => {
    expect(describeEvent('msal:somethingNew')).toEqual({ text: 'somethingNew', tone: 'neutral' });
  });
});

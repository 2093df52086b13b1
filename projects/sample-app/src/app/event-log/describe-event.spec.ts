import { EventType } from 'msal-logout';

import { describeEvent } from './describe-event';

describe('describeEvent', () => {
  it.each(Object.values(EventType))('has words for %s', (eventType) => {
    expect(describeEvent(eventType).text).toMatch(/^[A-Z][a-z-]+ /);
  });

  it('marks a failure', () => {
    expect(describeEvent(EventType.LOGOUT_FAILURE).tone).toBe('bad');
  });

  it('lets a type it does not know say its own name', () => {
    expect(describeEvent('msal:somethingNew')).toEqual({ text: 'somethingNew', tone: 'neutral' });
  });
});

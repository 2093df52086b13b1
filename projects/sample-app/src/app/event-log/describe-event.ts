import { EventType } from 'msal-logout';

/** An event type for the eye. */
export interface EventDescription {
  readonly text: string;
  readonly tone: 'neutral' | 'good' | 'bad';
}

const DESCRIPTIONS: Readonly<Partial<Record<string, EventDescription>>> = {
  [EventType.LOGOUT_START]: { text: 'Sign-out started', tone: 'neutral' },
  [EventType.ACCOUNTS_CLEARED]: { text: 'Accounts cleared from this browser', tone: 'good' },
  [EventType.ACCOUNTS_CLEARED_AGAIN]: {
    text: 'Tokens came back late and were cleared again',
    tone: 'good',
  },
  [EventType.POPUP_OPENED]: { text: 'Window to the identity server opened', tone: 'neutral' },
  [EventType.LOGOUT_SUCCESS]: { text: 'Local sign-out proven', tone: 'good' },
  [EventType.LOGOUT_FAILURE]: { text: 'Sign-out failed', tone: 'bad' },
  [EventType.SERVER_SIGN_OUT_CONFIRMED]: { text: 'Confirmed by the identity server', tone: 'good' },
  [EventType.LOGOUT_INTERRUPTED]: { text: 'An earlier sign-out was cut off', tone: 'bad' },
  [EventType.LOGOUT_END]: { text: 'Sign-out ended', tone: 'neutral' },
};

/** What to say about events of type `eventType`; a type that has no words here says its own name. */
export function describeEvent(eventType: string): EventDescription {
  return DESCRIPTIONS[eventType] ?? { text: eventType.replace(/^msal:/, ''), tone: 'neutral' };
}

import type { SlowRequestKind } from './send-slow-request';
import type { SlowRequestState } from './slow-request';

const STATES = {
  idle: 'Start one, then sign out while it runs.',
  loading: 'It runs. Sign out now, here or in another tab, and it is cancelled.',
  done: 'It has ended, and nobody signed out meanwhile.',
  signed_out: 'The sign-out has ended it. While nobody is signed in, it is not even sent.',
} as const satisfies Record<SlowRequestState, string>;

const KINDS = {
  answer: 'Slow answer',
  upload: 'Upload',
  stream: 'Stream',
} as const satisfies Record<SlowRequestKind, string>;

/** What to say about a slow request in `state`. */
export function describeState(state: SlowRequestState): string {
  return STATES[state];
}

/** What to call a slow request of that kind. */
export function describeKind(kind: SlowRequestKind): string {
  return KINDS[kind];
}

/** Every scenario that `npm run test:model` walks. */
import type { Scenario } from '../scenario';
import { BOTH_TABS_AT_ONCE } from './both-tabs-at-once';
import { CLEAR_CACHE } from './clear-cache';
import { TWO_SIGN_OUTS_MISSED } from './two-sign-outs-missed';

export const SCENARIOS: readonly Scenario[] = [
  CLEAR_CACHE,
  BOTH_TABS_AT_ONCE,
  TWO_SIGN_OUTS_MISSED,
];

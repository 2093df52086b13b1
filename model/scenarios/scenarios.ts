/** Every scenario that `npm run test:model` walks. */
import type { Scenario } from '../scenario';
import { INTERRUPTED } from './interrupted';
import { PAGES_THAT_GO } from './pages-that-go';
import { PLATFORMS_THAT_DIFFER } from './platforms';
import { PROVIDER } from './provider';
import { SIGN_INS } from './sign-ins';
import { TABS_AT_ONCE } from './tabs-at-once';
import { TOKENS } from './tokens';

export const SCENARIOS: readonly Scenario[] = [
  ...TABS_AT_ONCE,
  ...TOKENS,
  ...SIGN_INS,
  ...PAGES_THAT_GO,
  ...PROVIDER,
  ...INTERRUPTED,
  ...PLATFORMS_THAT_DIFFER,
];

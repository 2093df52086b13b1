/** Browsers that lose, double or refuse something, and clocks that are moved. */
import type { PlatformOptions } from '../browser/platform';
import { calls, movesClock, signsIn } from '../steps';
import { ADA, scenarioOf } from './scenario-of';

const PLATFORMS: Readonly<Record<string, PlatformOptions>> = {
  'messages-are-lost': { messages: { lost: 1 } },
  'messages-come-twice': { messages: { doubled: 1 } },
  'no-broadcast-channel': { broadcastChannel: 'absent' },
  'broadcast-channel-throws': { broadcastChannel: 'throwing' },
  'no-web-locks': { locks: 'absent' },
  'web-locks-throw': { locks: 'throwing' },
  'web-locks-never-answer': { locks: 'silent' },
};
const HOUR = 60 * 60 * 1000;

export const PLATFORMS_THAT_DIFFER = [
  ...Object.entries(PLATFORMS).flatMap(([name, platform]) => [
    scenarioOf(`${name}-and-another-tab-signs-out`, {
      platform,
      cacheLocation: 'sessionStorage',
      scripts: { A: [calls('A', 'clearCache')], B: [signsIn('B', ADA)] },
    }),
    scenarioOf(`${name}-during-a-redirect`, {
      bound: 1,
      platform,
      scripts: { A: [calls('A', 'logoutRedirect')], B: [calls('B', 'logoutRedirect')] },
    }),
  ]),
  scenarioOf('storage-throws', {
    cacheLocation: 'memoryStorage',
    platform: { storage: 'throwing' },
    scripts: { A: [calls('A', 'clearCache')], B: [signsIn('B', ADA)] },
  }),
  ...[10 * HOUR, -10 * HOUR].map((by) =>
    scenarioOf(`clock-moves-by-${by / HOUR}-hours`, {
      cacheLocation: 'sessionStorage',
      scripts: {
        A: [calls('A', 'clearCache')],
        B: [signsIn('B', ADA)],
        clock: [movesClock(by)],
      },
    }),
  ),
];

/** Requests without a person in front of them: before, during and after a sign-out, in its tab and in another one. */
import type { CacheLocation } from '../fake-account-cache';
import { calls, hasSettled, reloads, ssoSilent, tokenRequest, when } from '../steps';
import { ADA, ALAN, scenarioOf } from './scenario-of';

const LOCATIONS: readonly CacheLocation[] = ['localStorage', 'sessionStorage', 'memoryStorage'];

const [token, arrives] = tokenRequest('A', ADA);
const [tokenInB, arrivesInB] = tokenRequest('B', ADA);

export const TOKENS = [
  ...LOCATIONS.flatMap((cacheLocation) => [
    scenarioOf(`late-token-${cacheLocation}`, {
      cacheLocation,
      scripts: { A: [token, calls('A', 'clearCache')], token: [when(hasSettled('A'), arrives)] },
    }),
    scenarioOf(`late-token-in-another-tab-${cacheLocation}`, {
      cacheLocation,
      scripts: { A: [calls('A', 'clearCache')], B: [tokenInB, arrivesInB] },
    }),
    scenarioOf(`sso-silent-in-another-tab-${cacheLocation}`, {
      cacheLocation,
      scripts: { A: [calls('A', 'clearCache')], B: [...ssoSilent('B', ADA)] },
    }),
    scenarioOf(`sso-silent-around-a-sign-out-${cacheLocation}`, {
      cacheLocation,
      scripts: { A: [calls('A', 'clearCache')], sso: [...ssoSilent('A', ADA)] },
    }),
  ]),
  scenarioOf('late-token-while-another-tab-reloads', {
    accounts: [ADA, ALAN],
    scripts: {
      A: [token, calls('A', 'clearCache', { account: ADA })],
      token: [when(hasSettled('A'), arrives)],
      B: [reloads('B')],
    },
  }),
  scenarioOf('late-token-while-somebody-else-signs-in', {
    scripts: {
      A: [token, calls('A', 'clearCache')],
      token: [when(hasSettled('A'), arrives)],
      B: [...ssoSilent('B', ALAN)],
    },
  }),
];

/** People who sign in before, during and after a sign-out. */
import type { CacheLocation } from '../fake-account-cache';
import { calls, hasSettled, signsIn, ssoSilent, tokenRequest, when } from '../steps';
import { ADA, scenarioOf } from './scenario-of';

const LOCATIONS: readonly CacheLocation[] = ['localStorage', 'sessionStorage', 'memoryStorage'];
const [token, arrives] = tokenRequest('B', ADA);

export const SIGN_INS = LOCATIONS.flatMap((cacheLocation) => [
  scenarioOf(`sign-in-in-another-tab-${cacheLocation}`, {
    cacheLocation,
    scripts: { A: [calls('A', 'clearCache')], B: [signsIn('B', ADA)] },
  }),
  scenarioOf(`sign-in-after-a-sign-out-${cacheLocation}`, {
    cacheLocation,
    scripts: { A: [calls('A', 'clearCache'), when(hasSettled('A'), signsIn('A', ADA))] },
  }),
  scenarioOf(`sso-silent-after-a-sign-out-and-a-renewal-${cacheLocation}`, {
    cacheLocation,
    scripts: {
      A: [
        calls('A', 'clearCache'),
        ...ssoSilent('A', ADA).map((step) => when(hasSettled('A'), step)),
      ],
      B: [token, arrives],
    },
  }),
  scenarioOf(`sign-in-while-a-redirect-runs-${cacheLocation}`, {
    bound: 2,
    cacheLocation,
    scripts: { A: [calls('A', 'logoutRedirect')], B: [signsIn('B', ADA)] },
  }),
]);

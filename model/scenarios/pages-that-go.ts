/** A page that is closed, crashes, is reloaded, sleeps or is away, at any step of a sign-out. */
import {
  calls,
  closes,
  comesBack,
  crashes,
  freezes,
  goesAway,
  goesBack,
  perhaps,
  reloads,
  wakes,
} from '../steps';
import { ADA, scenarioOf } from './scenario-of';

const redirect = [calls('A', 'logoutRedirect')];

export const PAGES_THAT_GO = [
  scenarioOf('closed-during-a-redirect', {
    bound: 2,
    scripts: { A: redirect, user: [perhaps(closes('A'))] },
  }),
  scenarioOf('crashed-during-a-redirect', {
    bound: 2,
    scripts: { A: redirect, user: [perhaps(crashes('A')), comesBack('A')] },
  }),
  scenarioOf('reloaded-during-a-redirect', {
    bound: 2,
    tabs: ['A'],
    scripts: { A: redirect, user: [perhaps(reloads('A'))] },
  }),
  scenarioOf('closed-during-clear-cache', {
    cacheLocation: 'sessionStorage',
    scripts: { A: [calls('A', 'clearCache')], user: [perhaps(closes('A'))] },
  }),
  scenarioOf('crashed-during-clear-cache', {
    scripts: { A: [calls('A', 'clearCache')], user: [perhaps(crashes('A')), comesBack('A')] },
  }),
  scenarioOf('frozen-while-another-tab-signs-out', {
    cacheLocation: 'sessionStorage',
    scripts: { A: [calls('A', 'clearCache')], B: [freezes('B'), wakes('B')] },
  }),
  scenarioOf('frozen-while-another-tab-signs-out-of-one-cache', {
    scripts: { A: [calls('A', 'clearCache')], B: [freezes('B'), wakes('B')] },
  }),
  scenarioOf('frozen-during-a-redirect', {
    bound: 2,
    scripts: { A: redirect, user: [freezes('A'), wakes('A')] },
  }),
  scenarioOf('in-the-back-forward-cache-while-another-tab-signs-out', {
    cacheLocation: 'sessionStorage',
    platform: { backForwardCache: 'on' },
    scripts: { A: [calls('A', 'clearCache')], B: [goesAway('B'), goesBack('B')] },
  }),
  scenarioOf('away-while-another-tab-signs-out', {
    cacheLocation: 'sessionStorage',
    scripts: {
      A: [calls('A', 'clearCache', { account: ADA })],
      B: [goesAway('B'), comesBack('B')],
    },
  }),
  scenarioOf('started-while-another-tab-signs-out', {
    cacheLocation: 'sessionStorage',
    scripts: { A: [calls('A', 'clearCache')], B: [reloads('B')] },
  }),
];

/** Tabs that sign out at the same moment. */
import { calls, comesBack, goesAway, hasSettled, when } from '../steps';
import { ADA, ALAN, scenarioOf } from './scenario-of';

const bothAreDone = [hasSettled('A'), hasSettled('B')];

export const TABS_AT_ONCE = [
  scenarioOf('clear-cache', { tabs: ['A'], scripts: { A: [calls('A', 'clearCache')] } }),
  scenarioOf('clear-cache-in-both-tabs', {
    scripts: { A: [calls('A', 'clearCache')], B: [calls('B', 'clearCache')] },
  }),
  scenarioOf('clear-cache-of-one-each', {
    accounts: [ADA, ALAN],
    scripts: {
      A: [calls('A', 'clearCache', { account: ADA })],
      B: [calls('B', 'clearCache', { account: ALAN })],
    },
  }),
  scenarioOf('clear-cache-of-one-and-of-all', {
    accounts: [ADA, ALAN],
    cacheLocation: 'sessionStorage',
    scripts: { A: [calls('A', 'clearCache', { account: ADA })], B: [calls('B', 'clearCache')] },
  }),
  scenarioOf('clear-cache-with-memory', {
    cacheLocation: 'memoryStorage',
    scripts: { A: [calls('A', 'clearCache')] },
  }),
  scenarioOf('redirect-in-both-tabs', {
    bound: 2,
    scripts: { A: [calls('A', 'logoutRedirect')], B: [calls('B', 'logoutRedirect')] },
  }),
  scenarioOf('redirect-in-both-tabs-with-their-own-copies', {
    bound: 2,
    cacheLocation: 'sessionStorage',
    scripts: { A: [calls('A', 'logoutRedirect')], B: [calls('B', 'logoutRedirect')] },
  }),
  scenarioOf('redirect-of-one-each', {
    bound: 2,
    accounts: [ADA, ALAN],
    scripts: {
      A: [calls('A', 'logoutRedirect', { account: ADA })],
      B: [calls('B', 'logoutRedirect', { account: ALAN })],
    },
  }),
  scenarioOf('redirect-and-popup', {
    bound: 2,
    scripts: { A: [calls('A', 'logoutRedirect')], B: [calls('B', 'logoutPopup')] },
  }),
  scenarioOf('redirect-in-three-tabs', {
    bound: 2,
    tabs: ['A', 'B', 'C'],
    scripts: {
      A: [calls('A', 'logoutRedirect')],
      B: [calls('B', 'logoutRedirect')],
      C: [calls('C', 'logoutRedirect')],
    },
  }),
  scenarioOf('two-sign-outs-missed', {
    tabs: ['A', 'B', 'C'],
    cacheLocation: 'sessionStorage',
    accounts: [ADA, ALAN],
    given: [goesAway('C')],
    scripts: {
      A: [calls('A', 'clearCache', { account: ADA })],
      B: [calls('B', 'clearCache', { account: ALAN })],
      C: [when((world) => bothAreDone.every((isDone) => isDone(world)), comesBack('C'))],
    },
  }),
];

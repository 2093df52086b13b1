/** What is finished later, or by somebody else; and two applications on one origin. */
import { calls, closes, comesBack, does, providerBecomes, signsIn, when } from '../steps';
import type { World } from '../world';
import { ADA, ALAN, scenarioOf } from './scenario-of';

/** Whether the page in `tab` reports an interrupted sign-out. */
export const isInterrupted =
  (tab: string) =>
  (world: World): boolean =>
    (world.application(tab)?.client.interrupted ?? null) !== null;

const dismisses = (tab: string) =>
  when(
    isInterrupted(tab),
    does(tab, 'dismiss()', ({ client }) => void client.dismiss()),
  );
const wasCutOff = [calls('A', 'logoutRedirect'), comesBack('A'), providerBecomes('up')];

export const INTERRUPTED = [
  scenarioOf('resumed-in-both-tabs', {
    bound: 1,
    platform: { provider: 'down' },
    given: wasCutOff,
    scripts: {
      A: [when(isInterrupted('A'), calls('A', 'resume'))],
      B: [when(isInterrupted('B'), calls('B', 'resume'))],
    },
  }),
  scenarioOf('resumed-in-one-tab-and-dismissed-in-the-other', {
    bound: 1,
    platform: { provider: 'down' },
    given: wasCutOff,
    scripts: { A: [when(isInterrupted('A'), calls('A', 'resume'))], B: [dismisses('B')] },
  }),
  scenarioOf('resumed-while-she-signs-in', {
    bound: 1,
    platform: { provider: 'down' },
    given: wasCutOff,
    scripts: { A: [when(isInterrupted('A'), calls('A', 'resume'))], B: [signsIn('B', ADA)] },
  }),
  scenarioOf('dismissed-in-both-tabs', {
    platform: { provider: 'down' },
    given: [calls('A', 'logoutRedirect'), comesBack('A')],
    invariants: [],
    scripts: { A: [dismisses('A')], B: [dismisses('B')] },
  }),
  scenarioOf('resumed-by-itself', {
    bound: 1,
    resume: 'auto',
    platform: { provider: 'down' },
    given: [calls('A', 'logoutRedirect')],
    scripts: { provider: [providerBecomes('up')], A: [comesBack('A')] },
  }),
  scenarioOf('two-clients-sign-out', {
    accounts: [ADA, ALAN],
    clients: { B: 'calendar' },
    scripts: {
      A: [calls('A', 'clearCache', { account: ADA })],
      B: [calls('B', 'clearCache', { account: ALAN })],
    },
  }),
  scenarioOf('one-of-two-clients-is-cut-off', {
    bound: 1,
    clients: { B: 'calendar' },
    platform: { provider: 'down' },
    scripts: { A: [calls('A', 'logoutRedirect'), closes('A')], B: [signsIn('B', ALAN)] },
  }),
];

/** A provider that is up, down or hangs; popups; and what is finished later. */
import { calls, closes, comesBack, hasSettled, signsIn, when } from '../steps';
import { ADA, scenarioOf } from './scenario-of';

export const PROVIDER = [
  scenarioOf('provider-down', {
    bound: 2,
    platform: { provider: 'down' },
    scripts: { A: [calls('A', 'logoutRedirect')] },
  }),
  scenarioOf('provider-down-and-the-address-typed-in', {
    bound: 2,
    platform: { provider: 'down' },
    scripts: { A: [calls('A', 'logoutRedirect'), comesBack('A')] },
  }),
  scenarioOf('provider-hangs', {
    bound: 2,
    platform: { provider: 'hanging' },
    scripts: { A: [calls('A', 'logoutRedirect')] },
  }),
  scenarioOf('provider-hangs-and-she-signs-in-elsewhere', {
    bound: 2,
    platform: { provider: 'hanging' },
    scripts: {
      A: [calls('A', 'logoutRedirect'), closes('A')],
      B: [signsIn('B', ADA)],
    },
  }),
  scenarioOf('popup', { bound: 2, scripts: { A: [calls('A', 'logoutPopup')] } }),
  scenarioOf('popup-closed', {
    bound: 2,
    platform: { popupsAreClosed: 'perhaps' },
    scripts: { A: [calls('A', 'logoutPopup')] },
  }),
  scenarioOf('popup-blocked-then-redirect', {
    bound: 2,
    platform: { popups: 'blocked' },
    scripts: {
      A: [
        calls('A', 'logoutPopup', { account: ADA }),
        when(hasSettled('A'), calls('A', 'logoutRedirect', { account: ADA })),
      ],
    },
  }),
  scenarioOf('nobody-comes-back', {
    bound: 2,
    postLogoutRedirectUri: null,
    scripts: { A: [calls('A', 'logoutRedirect')] },
  }),
  scenarioOf('closed-before-the-clearing-and-signed-out-by-another-tab', {
    bound: 2,
    scripts: {
      A: [calls('A', 'logoutRedirect'), closes('A')],
      B: [calls('B', 'logoutPopup')],
    },
  }),
];

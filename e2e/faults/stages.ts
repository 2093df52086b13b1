import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { HARNESS } from '../harness/addresses';
import type { MsalPage } from '../harness/msal-page';
import { holdFirst } from '../pages/hold-back';
import { IdentityServerPages } from '../pages/identity-server';
import { bindTokens } from './bound-tokens';
import { END_SESSION, haveProviderAsk } from './sign-out-popup';

/** How far a sign-out by redirect has come when something happens to its page. */
export interface Stage {
  readonly when: string;
  /** Signs Ada out so far, and no further. */
  readonly reach: (ada: MsalPage) => Promise<void>;
  /** The events by then. */
  readonly events: readonly string[];
  /** Whether MSAL still lists her. */
  readonly isListed?: true;
  /** Whether the provider has had its part. */
  readonly isDone?: true;
  /** Whether another page has taken its place: a reload would be one of that. */
  readonly isElsewhere?: true;
  /** What the provider wants to be answered, each time. */
  readonly answer?: (page: Page) => Promise<void>;
}

/** The application cleans up, and takes its time. */
export const BEFORE_CLEARING: Stage = {
  when: 'before clearing',
  reach: async (ada) => {
    await ada.page.evaluate(() =>
      Object.assign(window.faults ?? {}, { task: () => new Promise(() => undefined) }),
    );
    await ada.beginSignOut('logoutRedirect', { account: 'ada' });
    await expectEvent(ada, 'logoutStart');
  },
  events: ['logoutStart'],
  isListed: true,
};

/** A token of hers is bound to a key that only MSAL can remove, and MSAL does not say whether it has. */
export const WHILE_CLEARING: Stage = {
  when: 'while it clears',
  reach: async (ada) => {
    await bindTokens(ada);
    await ada.page.evaluate(() => {
      // The library gives MSAL ten seconds; some browsers take longer to write to disk.
      const { setTimeout } = window;
      const wait = (run: TimerHandler, ms = 0): number => setTimeout(run, ms === 10_000 ? 1e9 : ms);
      window.setTimeout = wait as typeof window.setTimeout;
      window.msal.clearCache = () => {
        document.title = 'MSAL is asked to clear';
        return new Promise(() => undefined);
      };
    });
    await ada.beginSignOut('logoutRedirect', { account: 'ada' });
    await ada.page.waitForFunction(() => document.title === 'MSAL is asked to clear');
  },
  events: ['logoutStart'],
  isListed: true,
};

/** The page is about to be left. */
export const AFTER_CLEARING: Stage = {
  when: 'after clearing',
  reach: async (ada) => {
    await ada.page.evaluate(() =>
      Object.assign(window.faults ?? {}, { navigateExternal: () => new Promise(() => undefined) }),
    );
    await ada.beginSignOut('logoutRedirect', { account: 'ada' });
    await expectEvent(ada, 'logoutSuccess');
  },
  events: ['logoutStart', 'accountsCleared', 'logoutSuccess'],
};

const WHILE_IT_ANSWERS: Stage = {
  when: 'while the provider answers',
  reach: async (ada) => {
    const { first } = await holdFirst(ada.page.context(), END_SESSION);
    await ada.beginSignOut('logoutRedirect', { account: 'ada' });
    await first;
  },
  events: AFTER_CLEARING.events,
};

export const ON_ITS_PAGE: Stage = {
  when: "on the provider's page",
  reach: async (ada) => {
    await haveProviderAsk(ada.page.context());
    await ada.beginSignOut('logoutRedirect', { account: 'ada' });
    await new IdentityServerPages(ada.page).signedInUsers.waitFor();
  },
  events: AFTER_CLEARING.events,
  isElsewhere: true,
  answer: (page) => new IdentityServerPages(page).confirmSignOut(),
};

/** The address that the provider sends the browser to does not answer. */
const ON_THE_WAY_BACK: Stage = {
  when: 'on the way back',
  reach: async (ada) => {
    const isAsked = ada.page.waitForRequest(`${HARNESS}/never?*`);
    await ada.beginSignOut('logoutRedirect', { account: 'ada', postLogoutRedirectUri: '/never' });
    await isAsked;
  },
  events: AFTER_CLEARING.events,
  isDone: true,
};

/** Those at which it makes no difference which MSAL it is. */
export const STAGES = [
  BEFORE_CLEARING,
  AFTER_CLEARING,
  WHILE_IT_ANSWERS,
  ON_ITS_PAGE,
  ON_THE_WAY_BACK,
] as const;

async function expectEvent(ada: MsalPage, eventType: string): Promise<void> {
  await expect.poll(() => ada.eventTypes()).toContain(eventType);
}

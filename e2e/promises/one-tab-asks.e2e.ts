import type { Page } from '@playwright/test';
import { HARNESS_IDENTITY_SERVER } from '../harness/addresses';
import { endSessionRequests } from '../harness/sent-requests';
import { stopClock } from '../harness/stopped-clock';
import { describeEachMajor, expect, test } from '../harness/test';
import { holdFirst } from '../pages/hold-back';

const END_SESSION = `${HARNESS_IDENTITY_SERVER}/session/end?*`;

/** Sign-outs of Ada that end on the page, run in the page, and how often they ask the provider. */
const FIRST: Readonly<Record<string, { signOut: () => void; asks: number }>> = {
  'a popup that is blocked': {
    signOut: () => {
      window.open = () => null;
      window.first = (account) => window.client.logoutPopup({ account });
    },
    asks: 0,
  },
  'a popup that is closed': {
    signOut: () => {
      window.first = (account) => window.client.logoutPopup({ account });
    },
    asks: 1,
  },
  'a redirect that the application keeps from leaving': {
    signOut: () => {
      const onRedirectNavigate = () => false;
      window.first = (account) => window.client.logoutRedirect({ account, onRedirectNavigate });
    },
    asks: 0,
  },
  clearCache: {
    signOut: () => {
      window.first = (account) => window.client.clearCache({ account });
    },
    asks: 0,
  },
};

declare global {
  interface Window {
    /** The sign-out before the redirect. */
    first: (account: Window['client']['accounts'][number]) => Promise<unknown>;
  }
}

describeEachMajor((core) => {
  for (const [what, { signOut, asks }] of Object.entries(FIRST)) {
    test(
      `a redirect that is begun as soon as ${what} has ended asks the provider`,
      what === 'a popup that is blocked' ? core : {},
      async ({ app, page, provider }) => {
        await app.signIn('ada');
        const asked = endSessionRequests(page);
        const closed = asks > 0 ? closePopupAtProvider(page) : undefined;
        await page.evaluate(signOut);

        await page.evaluate(() => {
          const [account] = window.client.accounts;
          if (!account) throw new Error('Nobody is signed in');
          window.signOuts = window
            .first(account)
            .then(async () => [await window.client.logoutRedirect({ account })]);
        });

        await closed;
        await expect.poll(() => asked.length).toBe(asks + 1);
        expect((await app.returnedResult()).accounts).toMatchObject([{ homeAccountId: 'ada' }]);
        expect(await provider.knows('ada')).toBe(false);
      },
    );
  }

  for (const where of ['the tab of the sign-out', 'the other tab', 'a third tab'] as const) {
    test(
      `a sign-out right after a sign-in by ssoSilent in ${where} asks the provider, in whichever tab`,
      where === 'the tab of the sign-out' ? core : {},
      async ({ app, page, provider }) => {
        await app.signIn('ada');
        const other = await app.openAnotherTab();
        const tabs = [app, other, await app.openAnotherTab()];
        for (const tab of tabs) await stopClock(tab);
        const asked = endSessionRequests(page);
        await app.signOut('logoutPopup', { account: 'ada' });
        expect(await provider.knows('ada')).toBe(false);
        for (const tab of tabs) await expect.poll(() => tab.seenAccounts()).toEqual([]);

        const signingIn = { 'the tab of the sign-out': 0, 'the other tab': 1, 'a third tab': 2 };
        await tabs[signingIn[where]]?.signIn('ada');
        for (const tab of tabs) await expect.poll(() => tab.seenAccounts()).toEqual(['ada']);

        const { server } = await other.signOut('logoutPopup', { account: 'ada' });

        expect(server).not.toBe('delegated');
        expect(asked).toHaveLength(2);
        expect(await provider.knows('ada')).toBe(false);
      },
    );
  }

  for (const people of [['ada'], ['ada', 'alan']] as const) {
    test(
      `a tab that has heard nothing of a sign-out of ${people.join(' and ')} does not ask the provider beside it`,
      people.length === 1 ? core : {},
      async ({ app, context, page }) => {
        await app.signIn(...people);
        const others = [await app.openAnotherTab(), await app.openAnotherTab()];
        await loseMessagesOf(page);
        const asked = endSessionRequests(page);
        const { first } = await holdFirst(context, END_SESSION);
        await app.beginSignOut('logoutRedirect');
        const held = await first;

        for (const other of others) await expect.poll(() => other.seenAccounts()).toEqual([]);
        for (const other of others) {
          await other.beginSignOut('logoutRedirect');
          // A tab that asks beside it leaves its page.
          const isSettled = () => other.isSettled().catch(() => false);
          await expect.poll(async () => asked.length > 1 || (await isSettled())).toBe(true);
          expect(asked).toHaveLength(1);
          expect(await other.result()).toMatchObject({
            local: 'cleared',
            server: 'delegated',
            reason: 'other_tab',
          });
        }

        await held.continue();
      },
    );
  }
});

/** Loses what the page tells other tabs from now on: they only see what it does to the storage. */
async function loseMessagesOf(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { postMessage } = BroadcastChannel.prototype;
    BroadcastChannel.prototype.postMessage = function (message) {
      if (!this.name.startsWith('end-session.')) postMessage.call(this, message);
    };
  });
}

/** Closes the popup of the sign-out that comes while the provider is asked. */
async function closePopupAtProvider(page: Page): Promise<void> {
  const opened = page.waitForEvent('popup');
  const { first } = await holdFirst(page.context(), END_SESSION);
  const popup = await opened;
  await first;
  await popup.close();
}

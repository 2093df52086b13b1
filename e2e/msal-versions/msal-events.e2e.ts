import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { HARNESS_IDENTITY_SERVER } from '../harness/addresses';
import { deliverMessages } from '../harness/delivered-messages';
import type { MsalPage } from '../harness/msal-page';
import type { Provider } from '../harness/provider';
import { describeEachMajor, expect, test } from '../harness/test';
import { holdBack } from '../pages/hold-back';
import { IdentityServerPages } from '../pages/identity-server';

const CORRELATION_ID = 'c0c0c0c0-0000-4000-8000-000000000001';

/** What every way asks MSAL for. */
const REQUEST = { scopes: ['openid', 'profile', 'inbox.read'], correlationId: CORRELATION_ID };

/** An event of MSAL, as the page has noted it. */
interface NotedEvent {
  readonly type: string;
  /** The `homeAccountId` of the account in the payload. */
  readonly account: string | null;
  readonly correlationId: string | null;
  readonly timestamp: number;
}

interface Start {
  readonly app: MsalPage;
  readonly provider: Provider;
  /** Where popups and hidden frames end. */
  readonly redirectUri: string;
}

/** Every way to sign in, to get a token, and to go; each as the row of `docs/msal-events.md` names it. */
const WAYS: Readonly<Record<string, (start: Start) => Promise<void>>> = {
  '`loginRedirect`': async ({ app }) => {
    await app.expectAnother();
    await app.page.evaluate((request) => void window.msal.loginRedirect(request), {
      ...REQUEST,
      prompt: 'login',
    });
    await new IdentityServerPages(app.page).pick('ada');
    await app.ready();
  },
  '`loginPopup`': async (start) => {
    const popup = await openPopup(start, 'loginPopup');
    await new IdentityServerPages(popup).pick('ada');
    await popupEnds(start.app.page);
  },
  '`ssoSilent`': async ({ app, provider, redirectUri }) => {
    await provider.signIn(['ada']);
    await ssoSilent(app.page, redirectUri);
  },
  '`ssoSilent` for an account that is signed in': async (start) => {
    await signIn(start);
    await ssoSilent(start.app.page, start.redirectUri);
  },
  '`ssoSilent`, refused': ({ app, redirectUri }) => ssoSilent(app.page, redirectUri),
  '`acquireTokenSilent`, from the cache': (start) => acquireTokenSilent(start, 1),
  '`acquireTokenSilent`, by refresh token': (start) => acquireTokenSilent(start, 3),
  '`acquireTokenSilent`, by hidden frame': (start) => acquireTokenSilent(start, 5),
  '`acquireTokenSilent`, by hidden frame, the account removed before the answer': async (start) => {
    const { app } = start;
    await signIn(start);
    // MSAL alone: the client of this library removes the account again.
    await app.page.evaluate(() => window.client.close());
    const answers = await holdBack(app.page, `${HARNESS_IDENTITY_SERVER}/token?*`);
    await app.beginTokenRequest('ada', { correlationId: CORRELATION_ID });
    await expect.poll(() => answers.count).toBe(1);
    await app.clearByMsal('ada');
    await answers.release();
    await app.tokenRequestEnds();
  },
  '`acquireTokenSilent` for the active account, from the cache': async (start) => {
    await signIn(start);
    await start.app.page.evaluate(async (request) => {
      window.msal.setActiveAccount(window.msal.getAllAccounts()[0] ?? null);
      await window.msal.acquireTokenSilent(request);
    }, REQUEST);
  },
  '`acquireTokenSilent` without an account': async (start) => {
    await signIn(start);
    await start.app.page.evaluate(
      (request) => window.msal.acquireTokenSilent(request).catch(() => undefined),
      REQUEST,
    );
  },
  '`acquireTokenPopup`': async (start) => {
    await signIn(start);
    await openPopup(start, 'acquireTokenPopup');
    await popupEnds(start.app.page);
  },
  '`acquireTokenRedirect`': async (start) => {
    await signIn(start);
    await start.app.expectAnother();
    await start.app.page.evaluate((request) => {
      const [account] = window.msal.getAllAccounts();
      if (!account) throw new Error('Nobody is signed in');
      void window.msal.acquireTokenRedirect({ ...request, account });
    }, REQUEST);
    await start.app.ready();
  },
  '`clearCache` with the account': async (start) => {
    await signIn(start);
    await start.app.page.evaluate(async (correlationId) => {
      for (const account of window.msal.getAllAccounts()) {
        await window.msal.clearCache({ account, correlationId });
      }
    }, CORRELATION_ID);
  },
  'a page that loads with an account signed in': async (start) => {
    await signIn(start);
    await start.app.open();
  },
};

describeEachMajor(() => {
  for (const [way, go] of Object.entries(WAYS)) {
    test(`${way} has the events of docs/msal-events.md`, async ({
      app,
      context,
      major,
      provider,
    }) => {
      await context.addInitScript(noteEvents);
      await app.open();
      const other = await app.openAnotherTab();
      await forget(app.page, other.page);
      const startedAt = Date.now();

      await go({ app, provider, redirectUri: major === 5 ? '/v5/redirect' : '/plain' });

      const expected = rowOf(major, way);
      await deliverMessages(app.page, other.page);
      await expect.poll(async () => told(await notedEvents(other.page))).toBe(expected.elsewhere);
      const events = await notedEvents(app.page);
      expect(told(events)).toBe(expected.here);
      for (const { timestamp } of events) {
        expect(timestamp).toBeGreaterThanOrEqual(startedAt);
        expect(timestamp).toBeLessThanOrEqual(Date.now());
      }
    });
  }
});

/** Runs in the page: keeps MSAL's events in the tab, which a redirect does not end. */
function noteEvents(): void {
  window.msalCreated = (msal) => {
    msal.enableAccountStorageEvents?.();
    msal.addEventCallback((event) => {
      const payload = (event.payload ?? {}) as {
        account?: { homeAccountId: string } | null;
        homeAccountId?: string;
        correlationId?: string;
      };
      const noted = {
        type: event.eventType.replace('msal:', ''),
        account: payload.account?.homeAccountId ?? payload.homeAccountId ?? null,
        correlationId:
          (event as { correlationId?: string }).correlationId ?? payload.correlationId ?? null,
        timestamp: (event as { timestamp?: number }).timestamp ?? 0,
      };
      const before = JSON.parse(sessionStorage.getItem('app.msal-events') ?? '[]') as unknown[];
      sessionStorage.setItem('app.msal-events', JSON.stringify([...before, noted]));
    });
  };
}

function notedEvents(page: Page): Promise<readonly NotedEvent[]> {
  return page.evaluate(
    () => JSON.parse(sessionStorage.getItem('app.msal-events') ?? '[]') as NotedEvent[],
  );
}

async function forget(...pages: readonly Page[]): Promise<void> {
  for (const page of pages) {
    await page.evaluate(() => sessionStorage.removeItem('app.msal-events'));
  }
}

/** The events as the document writes them. */
function told(events: readonly NotedEvent[]): string {
  const all = events.map(({ type, account, correlationId }) =>
    [
      `\`${type}\``,
      ...(account === null ? [] : ['account']),
      ...(correlationId === CORRELATION_ID ? ['id'] : []),
    ].join(' '),
  );
  return all.join(', ') || 'none';
}

/** What the document says of a way. */
function rowOf(major: number, way: string): { readonly here: string; readonly elsewhere: string } {
  const text = readFileSync('docs/msal-events.md', 'utf8');
  const section = text.split(`## MSAL ${major}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells[1] === way);
  const [, , here = 'no row', elsewhere = 'no row'] = rows[0] ?? [];
  return { here, elsewhere };
}

/** Signs Ada in; what MSAL tells of that is forgotten. */
async function signIn({ app, provider, redirectUri }: Start): Promise<void> {
  await provider.signIn(['ada']);
  await ssoSilent(app.page, redirectUri);
  const [other] = app.page
    .context()
    .pages()
    .filter((page) => page !== app.page);
  if (!other) throw new Error('There is no other tab');
  await expect.poll(() => other.evaluate(() => window.msal.getAllAccounts().length)).toBe(1);
  await forget(app.page, other);
}

async function ssoSilent(page: Page, redirectUri: string): Promise<void> {
  await page.evaluate((request) => window.msal.ssoSilent(request).catch(() => undefined), {
    ...REQUEST,
    loginHint: 'ada',
    redirectUri,
  });
}

async function acquireTokenSilent(start: Start, cacheLookupPolicy: 1 | 3 | 5): Promise<void> {
  await signIn(start);
  await start.app.page.evaluate(
    async (request) => {
      const [account] = window.msal.getAllAccounts();
      if (!account) throw new Error('Nobody is signed in');
      await window.msal.acquireTokenSilent({ ...request, account });
    },
    { ...REQUEST, redirectUri: start.redirectUri, cacheLookupPolicy },
  );
}

async function openPopup(start: Start, method: 'loginPopup' | 'acquireTokenPopup'): Promise<Page> {
  const popup = start.app.page.waitForEvent('popup');
  await start.app.page.evaluate(
    ({ method, request }) => {
      const [account] = window.msal.getAllAccounts();
      window.tokenRequest = window.msal[method]({
        ...request,
        ...(account ? { account } : { prompt: 'login' }),
      });
    },
    { method, request: { ...REQUEST, redirectUri: start.redirectUri } },
  );
  return popup;
}

async function popupEnds(page: Page): Promise<void> {
  await page.evaluate(() => window.tokenRequest);
}

import type { Page } from '@playwright/test';
import { HARNESS_IDENTITY_SERVER_PORT } from '../harness/addresses';
import { CONFIRMED_BY_REDIRECT } from '../harness/expected-events';
import { cut } from './corrupt-entries';
import { expect, SIGN_IN_AFTER, test } from './fault-test';
import { interruptedAccounts } from './finish-interrupted';
import { END_SESSION } from './sign-out-popup';

const ENVIRONMENT = `localhost:${HARNESS_IDENTITY_SERVER_PORT}`;

/** A note of a sign-out of Alan's that was interrupted. */
const NOTE = {
  stateId: 's-1',
  correlationId: 'c-1',
  interactionType: 'redirect',
  accounts: [
    { homeAccountId: 'alan', environment: ENVIRONMENT, tenantId: '', localAccountId: 'alan' },
  ],
  authority: `https://${ENVIRONMENT}`,
  postLogoutRedirectUri: null,
  startedAt: Date.now(),
  stage: 'interrupted',
  resumed: 0,
};

/** The same note, as nobody can use it. */
const CORRUPT: readonly string[] = [
  cut(JSON.stringify(NOTE)),
  'corrupt',
  'null',
  '7',
  '[]',
  '{}',
  JSON.stringify({ version: 2, note: NOTE }),
  JSON.stringify({ ...NOTE, stateId: 's-2' }),
  JSON.stringify({ ...NOTE, accounts: 'alan' }),
  JSON.stringify({ ...NOTE, accounts: [{ homeAccountId: 'alan', environment: ENVIRONMENT }] }),
  JSON.stringify({ ...NOTE, startedAt: 'today' }),
  JSON.stringify({ ...NOTE, stage: 1 }),
];

/** The notes of sign-outs that are in localStorage. */
function notes(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    Object.keys(localStorage).filter((key) => key.startsWith('end-session.journal.')),
  );
}

test(
  'notes that are corrupt are thrown away, and stop no sign-out',
  SIGN_IN_AFTER,
  async ({ ada, page, provider }) => {
    for (const note of [JSON.stringify(NOTE), ...CORRUPT]) {
      const isWhole = note === JSON.stringify(NOTE);
      await page.goto('/plain');
      await page.evaluate((note) => {
        localStorage.setItem('end-session.journal.s-1', note);
        localStorage.setItem('end-session.mail', note);
        sessionStorage.setItem('end-session.this-tab', 's-1');
        sessionStorage.setItem('end-session.heard-until', note);
      }, note);
      await ada.open();
      expect(await interruptedAccounts(ada)).toEqual(isWhole ? ['alan'] : []);
      expect(await notes(page)).toHaveLength(isWhole ? 1 : 0);
      expect(await ada.accounts()).toEqual(['ada']);
    }

    await ada.beginSignOut('logoutRedirect', { account: 'ada' });

    expect(await ada.returnedResult()).toMatchObject({ local: 'cleared', server: 'confirmed' });
    expect(await ada.eventTypes()).toEqual(['logoutInterrupted', ...CONFIRMED_BY_REDIRECT]);
    expect(await provider.knows('ada')).toBe(false);
  },
);

test('a note that is corrupted on the way leaves a redirect without its result', async ({
  ada,
  context,
  page,
  provider,
}) => {
  const other = await context.newPage();
  await other.goto('/plain');
  await context.route(END_SESSION, async (route) => {
    for (const key of await notes(other)) {
      await other.evaluate((key) => localStorage.setItem(key, '{"stateId'), key);
    }
    await route.continue();
  });

  await ada.beginSignOut('logoutRedirect', { account: 'ada' });
  await page.waitForURL(({ pathname }) => pathname.endsWith('/signed-out'));
  await ada.ready();

  expect(await page.evaluate(() => window.logoutReturn)).toBeNull();
  expect(await ada.eventTypes()).toEqual(CONFIRMED_BY_REDIRECT.slice(0, 3));
  expect(await interruptedAccounts(ada)).toEqual([]);
  expect(await notes(page)).toEqual([]);
  expect(await provider.knows('ada')).toBe(false);
});

import type { Page } from '@playwright/test';
import { CLIENT_ID, HARNESS_IDENTITY_SERVER_PORT } from '../harness/addresses';
import { CONFIRMED_BY_REDIRECT } from '../harness/expected-events';
import { cut } from './corrupt-entries';
import { expect, SIGN_IN_AFTER, test } from './fault-test';
import { interruptedAccounts } from './finish-interrupted';
import { END_SESSION } from './sign-out-popup';

const ENVIRONMENT = `localhost:${HARNESS_IDENTITY_SERVER_PORT}`;

/** The record of a sign-out of Alan's that was interrupted. */
const RECORD = {
  stateId: 's-1',
  clientId: CLIENT_ID,
  correlationId: 'c-1',
  interactionType: 'redirect',
  accounts: [
    { homeAccountId: 'alan', environment: ENVIRONMENT, tenantId: '', localAccountId: 'alan' },
  ],
  authority: `https://${ENVIRONMENT}`,
  postLogoutRedirectUri: null,
  order: 1,
  startedAt: Date.now(),
  stage: 'interrupted',
  resumed: 0,
};

/** The same record, as nobody can use it. */
const CORRUPT: readonly string[] = [
  cut(JSON.stringify(RECORD)),
  'corrupt',
  'null',
  '7',
  '[]',
  '{}',
  JSON.stringify({ version: 2, record: RECORD }),
  JSON.stringify({ ...RECORD, stateId: 's-2' }),
  JSON.stringify({ ...RECORD, accounts: 'alan' }),
  JSON.stringify({ ...RECORD, accounts: [{ homeAccountId: 'alan', environment: ENVIRONMENT }] }),
  JSON.stringify({ ...RECORD, startedAt: 'today' }),
  JSON.stringify({ ...RECORD, stage: 1 }),
  JSON.stringify({ ...RECORD, stage: 'unheard-of' }),
  JSON.stringify({ ...RECORD, order: 0.5 }),
];

/** The keys of the records of sign-outs in localStorage. */
function records(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    Object.keys(localStorage).filter((key) => key.startsWith('end-session.journal.')),
  );
}

test(
  'records and notes that are corrupt are thrown away, and stop no sign-out',
  SIGN_IN_AFTER,
  async ({ ada, page, provider }) => {
    for (const record of [JSON.stringify(RECORD), ...CORRUPT]) {
      const isWhole = record === JSON.stringify(RECORD);
      await page.goto('/plain');
      await page.evaluate((record) => {
        localStorage.setItem('end-session.journal.s-1', record);
        localStorage.setItem('end-session.note.signed-out.s-1', record);
        sessionStorage.setItem('end-session.this-tab', 's-1');
        sessionStorage.setItem('end-session.own-copies', record);
      }, record);
      await ada.open();
      expect(await interruptedAccounts(ada)).toEqual(isWhole ? ['alan'] : []);
      expect(await records(page)).toHaveLength(isWhole ? 1 : 0);
      expect(await ada.accounts()).toEqual(['ada']);
    }

    await ada.beginSignOut('logoutRedirect', { account: 'ada' });

    expect(await ada.returnedResult()).toMatchObject({ local: 'cleared', server: 'confirmed' });
    expect(await ada.eventTypes()).toEqual(['logoutInterrupted', ...CONFIRMED_BY_REDIRECT]);
    expect(await provider.knows('ada')).toBe(false);
  },
);

test('a record that is corrupted on the way leaves a redirect without its result', async ({
  ada,
  context,
  page,
  provider,
}) => {
  const other = await context.newPage();
  await other.goto('/plain');
  await context.route(END_SESSION, async (route) => {
    for (const key of await records(other)) {
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
  expect(await records(page)).toEqual([]);
  expect(await provider.knows('ada')).toBe(false);
});

import type { MsalPage } from '../harness/msal-page';
import { entriesOf } from '../harness/stored-entries';
import { expect, test as base } from '../harness/test';
import type { Told } from '../harness/told';
import { listen } from '../harness/told';

/** What a fault may leave of Ada, who is signed out or was to be. */
export type Leaves =
  | 'nothing'
  /** The application has been told that she is still here, or that the sign-out was cut off. */
  | 'what is told'
  /** The sign-out has failed: entries of hers may be here, and the application has the error. */
  | 'a failure'
  /** She has signed in again. */
  | 'a sign-in';

export interface FaultFixtures {
  readonly leaves: Leaves;
  readonly told: Told;
  /** The application with Ada signed in; what MSAL has told of that is forgotten. */
  readonly ada: MsalPage;
  readonly aftermath: undefined;
}

/**
 * Playwright's `test` for faults. After each one, whatever it was: nothing of Ada is left, or the application was
 * told; nobody was told a token, a code or a name; and the next sign-in works at once, in a new tab.
 */
export const test = base.extend<FaultFixtures>({
  leaves: ['nothing', { option: true }],
  told: async ({ context }, use) => {
    await context.addInitScript(() => {
      // A test ends what it has the application do; a busy machine is not to end it first.
      window.faults = { endSession: { system: { signOutTaskTimeout: 180_000 } } };
    });
    await use(await listen(context));
  },
  ada: async ({ told, app }, use) => {
    await app.signIn('ada');
    // A code and three tokens, beside the names.
    await expect.poll(() => told.secrets.size).toBeGreaterThanOrEqual(8);
    told.clear();
    await use(app);
  },
  aftermath: [
    async ({ told, app, leaves }, use) => {
      await use(undefined);
      await expectAftermath(app, told, leaves);
    },
    { auto: true },
  ],
});

/** Checks what has to hold after every fault, in the browser of `app`. */
export async function expectAftermath(app: MsalPage, told: Told, leaves: Leaves): Promise<void> {
  const context = app.page.context();
  await context.unrouteAll();
  await context.setOffline(false);
  expect(told.leaks()).toEqual([]);
  if (leaves === 'a failure') expect(await app.eventTypes()).toContain('logoutFailure');

  const next = await app.newTab();
  await next.open();
  if (leaves !== 'a sign-in') await expectAdaGone(next, leaves);
  await next.signInByRedirect('ada');
  expect(await next.accounts()).toContain('ada');
  expect(await next.hasTokenInCache('ada')).toBe(true);
}

/** Has somebody sign in, which MSAL tells of in its own way: with a code in an address, and to its other tabs. */
export async function allowSignIn(told: Told, signIn: () => Promise<unknown>): Promise<void> {
  expect(told.leaks()).toEqual([]);
  const { size } = told.secrets;
  await signIn();
  // A code and three tokens.
  await expect.poll(() => told.secrets.size).toBeGreaterThanOrEqual(size + 4);
  told.clear();
}

async function expectAdaGone(next: MsalPage, leaves: Leaves): Promise<void> {
  if (leaves === 'what is told') await expect.poll(() => next.isInterrupted()).toBe(true);
  if (leaves === 'nothing') expect(Object.keys(await leftOfAda(next))).toEqual([]);
}

/** What is stored of Ada, but for the library's own notes, which have her id and no more. */
async function leftOfAda(next: MsalPage): Promise<Readonly<Record<string, string>>> {
  const { localStorage, sessionStorage } = await next.storage();
  const foreign = Object.entries(localStorage).filter(([key]) => !key.startsWith('end-session.'));
  return entriesOf('ada', { localStorage: Object.fromEntries(foreign), sessionStorage });
}

export { describeEachMajor, expect } from '../harness/test';

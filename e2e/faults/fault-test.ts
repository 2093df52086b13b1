import type { MsalPage } from '../harness/msal-page';
import { entriesOf } from '../harness/stored-entries';
import { expect, test as base } from '../harness/test';
import type { Told } from '../harness/told';
import { listen } from '../harness/told';
import { ON_THE_WAY } from '../on-the-way';

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

/** Marks a test after which Ada signs in again; each kind of fault needs at least one. */
export const SIGN_IN_AFTER = { tag: '@sign-in-after' } as const;

/**
 * Playwright's `test` for faults. After each one, whatever it was: nothing of Ada is left, or the application was
 * told; and no token, code or name is in what others can see. After those with {@link SIGN_IN_AFTER} the next sign-in works
 * at once, in a new tab.
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
    async ({ told, app, leaves }, use, { tags }) => {
      await use(undefined);
      await expectAftermath(app, told, leaves, tags);
    },
    { auto: true },
  ],
});

/** Checks what has to hold after every fault, in the browser of `app`. */
export async function expectAftermath(
  app: MsalPage,
  told: Told,
  leaves: Leaves,
  tags: readonly string[],
): Promise<void> {
  const context = app.page.context();
  await context.unrouteAll();
  await context.setOffline(false);
  expect(told.leaks()).toEqual([]);
  if (leaves === 'a failure') expect(await app.eventTypes()).toContain('logoutFailure');

  if (leaves === 'what is told') await expectInterrupted(app);
  if (leaves === 'nothing') expect(Object.keys(await leftOfAda(app))).toEqual([]);
  if (tags.includes(SIGN_IN_AFTER.tag)) await expectNextSignIn(app);
}

/** Ada can sign in at once, in a new tab. */
async function expectNextSignIn(app: MsalPage): Promise<void> {
  const next = await app.openAnotherTab();
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

/** The application, started in a new tab, tells that a sign-out was cut off. */
async function expectInterrupted(app: MsalPage): Promise<void> {
  const next = await app.newTab();
  await next.page.clock.install();
  await next.open();
  await next.page.clock.fastForward(ON_THE_WAY);
  await expect.poll(() => next.isInterrupted()).toBe(true);
}

/**
 * The entries of Ada's in the storage that tabs share, as a page without scripts reads it. Excludes the library's own
 * notes, which hold only her id.
 */
async function leftOfAda(app: MsalPage): Promise<Readonly<Record<string, string>>> {
  const next = await app.newTab();
  await next.page.goto('/plain');
  const { localStorage } = await next.storage();
  const foreign = Object.entries(localStorage).filter(([key]) => !key.startsWith('end-session.'));
  return entriesOf('ada', { localStorage: Object.fromEntries(foreign), sessionStorage: {} });
}

export { describeEachMajor, expect } from '../harness/test';

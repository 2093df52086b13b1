import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Person } from './identity-server';
import { IdentityServerPages } from './identity-server';

export type SignOutWay = 'by redirect' | 'in a popup' | 'here only';
export type SlowKind = 'answer' | 'upload' | 'stream';

/** The sample app, as a person sees it; names are those of its `data-testid`s. */
export class SampleApp {
  readonly page: Page;
  readonly accounts: Locator;
  readonly inboxItems: Locator;
  readonly logoutServer: Locator;
  readonly logoutLocal: Locator;
  readonly logoutReason: Locator;
  /** The notice about a sign-out that was cut off. */
  readonly interrupted: Locator;
  /** The label of the switch that keeps a redirect from leaving the page. */
  readonly stayHere: Locator;
  readonly inbox: Locator;
  readonly slowState: Locator;
  readonly publicState: Locator;
  /** The requests that sign-outs have cancelled, once they are shown. */
  readonly cancelledRequests: Locator;

  constructor(page: Page) {
    this.page = page;
    this.accounts = page.getByTestId('account');
    this.inboxItems = page.getByTestId('inbox-item');
    this.logoutServer = page.getByTestId('logout-server');
    this.logoutLocal = page.getByTestId('logout-local');
    this.logoutReason = page.getByTestId('logout-reason');
    this.interrupted = page.getByTestId('interrupted');
    this.stayHere = page.getByTestId('stay-here');
    this.inbox = page.getByTestId('inbox');
    this.slowState = page.getByTestId('slow-state');
    this.publicState = page.getByTestId('public-state');
    this.cancelledRequests = page.getByTestId('cancelled-request');
  }

  async open(): Promise<void> {
    await this.page.goto('/');
  }

  /** Signs in by redirect; works for the first account and for one more. */
  async signIn(person: Person): Promise<void> {
    const before = await this.accounts.count();
    await this.page.getByTestId('sign-in').first().click();
    await new IdentityServerPages(this.page).pick(person);
    await this.accounts.nth(before).waitFor();
  }

  async openInbox(): Promise<void> {
    await this.page.getByTestId('nav-inbox').click();
    await this.inboxItems.first().waitFor();
  }

  /** From any page, without loading it anew. */
  async goHome(): Promise<void> {
    await this.page.getByRole('link', { name: 'Sample Mail, home' }).click();
    await this.page.getByRole('heading', { name: 'Sign out, and see it happen' }).waitFor();
  }

  /** Starts a slow request and waits until some of it is done. */
  async startSlowRequest(kind: SlowKind = 'answer'): Promise<void> {
    await this.page.getByTestId(`slow-kind-${kind}`).click();
    await this.page.getByTestId('slow-start').click();
    const progress = this.page.getByRole('progressbar', { name: 'Progress of the slow request' });
    // The app estimates the progress of an answer from the time; for the other kinds it knows the real one.
    await expect(progress).toHaveAttribute('aria-valuenow', kind === 'answer' ? /^\d\d/ : /^[1-9]/);
  }

  /** Sends the request that needs no sign-in, and waits for its answer. */
  async sendPublicRequest(): Promise<void> {
    const answered = this.page.waitForResponse('**/api/public');
    await this.page.getByTestId('public-call').click();
    await answered;
    await expect(this.publicState).toHaveText('done');
  }

  /** Signs everybody out; from any page. */
  async signOut(way: SignOutWay): Promise<void> {
    if (way === 'by redirect') {
      await this.signOutByRedirect();
    } else {
      const name = /^More ways to sign out( everybody)?$/;
      await this.page.getByRole('button', { name }).click();
      await this.page.getByRole('menuitem', { name: `Sign out ${way}` }).click();
    }
  }

  /** Signs everybody out; from any page. */
  async signOutByRedirect(): Promise<void> {
    await this.page.getByTestId('sign-out-redirect').click();
  }

  /**
   * Signs everybody out; from the home page.
   * @returns the popup
   */
  async signOutByPopup(): Promise<Page> {
    const popup = this.page.waitForEvent('popup');
    await this.page.getByTestId('sign-out-popup').click();
    return popup;
  }

  /** Signs everybody out in this browser only; from the home page. */
  async signOutHereOnly(): Promise<void> {
    await this.page.getByTestId('sign-out-local').click();
  }

  /** Signs everybody out by redirect; from the home page. */
  async signOutEverybody(): Promise<void> {
    await this.page.getByTestId('sign-out-all').click();
  }

  /** Signs out one person by redirect; from the home page. */
  async signOutAccount(name: string): Promise<void> {
    await this.#accountCard(name).getByTestId('sign-out-account').click();
  }

  /** The menu with the other ways to sign out one person; from the home page. */
  async openWaysToSignOut(name: string): Promise<void> {
    await this.#accountCard(name)
      .getByRole('button', { name: `More ways to sign out ${name}` })
      .click();
  }

  /** Finishes the sign-out that was cut off. */
  async resume(): Promise<void> {
    await this.page.getByTestId('resume').click();
  }

  /** Forgets the sign-out that was cut off. */
  async dismiss(): Promise<void> {
    await this.page.getByTestId('dismiss').click();
  }

  /** The types of the events in the log, in order. */
  async events(): Promise<readonly (string | null)[]> {
    const items = await this.page.getByTestId('event').all();
    return Promise.all(items.map((item) => item.getAttribute('data-type')));
  }

  /** What the history says that somebody wanted, where a page was refused or taken away. */
  wantedUrl(): Promise<unknown> {
    return this.page.evaluate(() => (history.state as { wantedUrl?: unknown } | null)?.wantedUrl);
  }

  /** Every entry of both Web Storages of the app. */
  storage(): Promise<Readonly<Record<string, string>>> {
    return this.page.evaluate(() => ({ ...sessionStorage, ...localStorage }) as never);
  }

  /** What is stored about `person`; the journal of sign-outs, which holds no token, is left aside. */
  async traces(person: Person): Promise<readonly string[]> {
    return Object.entries(await this.storage())
      .filter(([key]) => !key.startsWith('end-session.'))
      .map((entry) => entry.join())
      .filter((entry) => new RegExp(`\\b${person}\\b`).test(entry));
  }

  #accountCard(name: string): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ hasText: name, has: this.page.getByTestId('sign-out-account') });
  }
}

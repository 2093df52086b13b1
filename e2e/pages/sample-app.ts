import type { Locator, Page } from '@playwright/test';
import type { Person } from './identity-server';
import { IdentityServerPages } from './identity-server';

/** The sample app, as a person sees it; names are those of its `data-testid`s. */
export class SampleApp {
  readonly page: Page;
  readonly accounts: Locator;
  readonly inboxItems: Locator;
  readonly logoutServer: Locator;
  readonly logoutLocal: Locator;

  constructor(page: Page) {
    this.page = page;
    this.accounts = page.getByTestId('account');
    this.inboxItems = page.getByTestId('inbox-item');
    this.logoutServer = page.getByTestId('logout-server');
    this.logoutLocal = page.getByTestId('logout-local');
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

  async signOutByRedirect(): Promise<void> {
    await this.page.getByTestId('sign-out-redirect').first().click();
  }

  /** The types of the events in the log, in order. */
  async events(): Promise<readonly (string | null)[]> {
    const items = await this.page.getByTestId('event').all();
    return Promise.all(items.map((item) => item.getAttribute('data-type')));
  }

  /** Every entry of both Web Storages of the app. */
  storage(): Promise<Readonly<Record<string, string>>> {
    return this.page.evaluate(() => ({ ...sessionStorage, ...localStorage }) as never);
  }
}

import type { Locator, Page } from '@playwright/test';
import type { AccountsClearedEvent, LogoutResult } from 'msal-logout';
import type { Person } from '../pages/identity-server';
import type { Arrival } from './browser/router/recording';
import type {} from './browser/router/start-router-page';
import type { MsalPage, Way } from './msal-page';

/** A page with Angular's router and the library, on real MSAL. */
export class RouterPage {
  readonly page: Page;
  /** Who is signed in, as the page shows it. */
  readonly people: Locator;
  /** The route that is shown, and how often it was clicked. */
  readonly shown: Locator;
  readonly msal: MsalPage;
  readonly #base: string;

  /** @param base the path that all routes begin with */
  constructor(msal: MsalPage, base: string) {
    this.page = msal.page;
    this.people = this.page.getByTestId('people');
    this.shown = this.page.getByTestId('shown').last();
    this.msal = msal;
    this.#base = base;
  }

  /** Loads the page at a route. */
  async open(route = ''): Promise<void> {
    await this.msal.open(`${this.#base}${route}`);
  }

  /** The same application in another tab, at `route`, where `person` is signed in. */
  async openAnotherTab(person: Person, route: string): Promise<RouterPage> {
    const other = new RouterPage(await this.msal.newTab(), this.#base);
    await other.open();
    // Where the tabs share a cache, this one has read it.
    if ((await other.people.textContent()) === '') await other.signIn(person);
    await other.goTo(route);
    return other;
  }

  async signIn(person: Person): Promise<void> {
    await this.msal.signIn(person);
    await this.people.getByText(person).waitFor();
  }

  /** Goes to a route by the router. */
  async goTo(route: string): Promise<void> {
    await this.page.evaluate((route) => window.router.navigateByUrl(route), route);
  }

  /** Sets out for a route, and does not wait until the router is there. */
  async setOutFor(route: string): Promise<void> {
    await this.page.evaluate((route) => void window.router.navigateByUrl(route), route);
  }

  /** Lets the router come to `/slow`. */
  async deliverSlowMail(): Promise<void> {
    await this.page.evaluate(() => window.deliverSlowMail());
  }

  /** Starts a sign-out, and does not wait for what comes of it. */
  async beginSignOut(way: Way = 'clearCache'): Promise<void> {
    await this.page.evaluate((way) => {
      window.logout[way]();
    }, way);
  }

  /** What the last sign-out came to, once it is over, also when the page has been left meanwhile. */
  async result(): Promise<LogoutResult | null> {
    const result = await this.page.waitForFunction(() =>
      'logout' in window ? window.logout.lastResult() : null,
    );
    return result.jsonValue();
  }

  /** Where the router has been since the page was loaded. */
  arrivals(): Promise<readonly Arrival[]> {
    return this.page.evaluate(() => window.arrivals ?? []);
  }

  /** Waits until the router has come to `route` since the page was loaded, and gives what is known about that. */
  async arrivalAt(route: string): Promise<Arrival> {
    const arrival = await this.page.waitForFunction(
      (route) => window.arrivals?.find(({ url }) => url === route) ?? null,
      route,
    );
    const found = await arrival.jsonValue();
    if (!found) throw new Error(`The router has not come to ${route}`);
    return found;
  }

  historyLength(): Promise<number> {
    return this.page.evaluate(() => history.length);
  }

  /** Which accounts the library has told to be gone since the page was loaded, and who removed them. */
  accountsCleared(): Promise<readonly Pick<AccountsClearedEvent, 'origin' | 'remaining'>[]> {
    return this.page.evaluate(() =>
      window.logoutEvents.flatMap((event) =>
        event.eventType === 'msal:accountsCleared'
          ? { origin: event.origin, remaining: event.remaining }
          : [],
      ),
    );
  }

  /** Takes the focus away from the page, into a frame, and gives it back, as a click does. */
  async focusAnew(): Promise<void> {
    await this.page.evaluate(() => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.focus();
      frame.contentWindow?.focus();
      window.focus();
    });
  }

  /** Goes back to the application. Playwright's own way does not see that a page comes out of the bfcache. */
  async goBack(): Promise<void> {
    const back = this.page.waitForURL(({ pathname }) => pathname.startsWith(this.#base), {
      waitUntil: 'commit',
    });
    // In a task of its own: the page has said that it is done before it is gone.
    await this.page.evaluate(() => void setTimeout(() => history.back()));
    await back;
  }

  /** Whether the page was shown last out of the bfcache; kept by a script of the test. */
  isFromBackForwardCache(): Promise<boolean | undefined> {
    return this.page.evaluate(() => window.isFromBackForwardCache);
  }

  /** The route in the address bar. */
  get route(): string {
    const { pathname, hash } = new URL(this.page.url());
    return hash ? hash.slice(1) : `/${pathname.slice(this.#base.length)}`;
  }
}

import type { Page } from '@playwright/test';
import type { EndSessionPopupRequest, EndSessionRequest, LogoutResult } from 'msal-logout/engine';
import { holdFirst } from '../pages/hold-back';
import type { Person } from '../pages/identity-server';
import { IdentityServerPages } from '../pages/identity-server';
import './browser/globals';
import type { Provider } from './provider';
import type { StoredEntries } from './stored-entries';

export type Major = 3 | 4 | 5;

/** The ways to sign out, each by the name of its method. */
export type Way = 'logoutRedirect' | 'logoutPopup' | 'clearCache';

/** A request whose account is somebody's name, and without what cannot be sent to the browser. */
export type SignOutRequest = Omit<
  EndSessionRequest & EndSessionPopupRequest,
  'account' | 'onRedirectNavigate' | 'popupWindowParent'
> & { readonly account?: Person };

/** An event as the page has kept it. */
export interface KeptEvent {
  readonly eventType: string;
  readonly [detail: string]: unknown;
}

/** How MSAL gets a new token, and with which correlation id. */
export interface TokenRequestOptions {
  /** A hidden frame by default: MSAL drops the answer to a refresh token when the account is gone. */
  readonly by?: 'hidden frame' | 'refresh token';
  readonly correlationId?: string;
}

const SCOPES = ['openid', 'profile', 'inbox.read'];

/** A page with real MSAL and the engine in it. */
export class MsalPage {
  readonly page: Page;
  readonly major: Major;
  readonly #provider: Provider;

  constructor(page: Page, major: Major, provider: Provider) {
    this.page = page;
    this.major = major;
    this.#provider = provider;
  }

  async open(path = `/v${this.major}/`): Promise<void> {
    await this.page.goto(path);
    await this.ready();
  }

  /** The same application in another tab of the browser. */
  async openAnotherTab(): Promise<MsalPage> {
    const other = await this.newTab();
    await other.open();
    return other;
  }

  /** Another tab of the browser, with nothing in it yet. */
  async newTab(): Promise<MsalPage> {
    return new MsalPage(await this.page.context().newPage(), this.major, this.#provider);
  }

  /** Gets MSAL tokens for people; whoever is not known to the provider yet becomes so without its pages. */
  async signIn(...people: readonly Person[]): Promise<void> {
    await this.#provider.signIn(people);
    await this.page.evaluate(
      async ({ people, scopes, redirectUri }) => {
        for (const loginHint of people) {
          await window.msal.ssoSilent({ scopes, loginHint, redirectUri });
        }
      },
      { people, scopes: SCOPES, redirectUri: this.#redirectUri },
    );
  }

  /** Starts to get MSAL tokens for a person whom the provider knows, as {@link signIn} does, and does not wait for them. */
  async beginSilentSignIn(person: Person): Promise<void> {
    await this.page.evaluate(
      (request) => {
        window.tokenRequest = window.msal.ssoSilent(request);
        window.tokenRequest.catch(() => undefined);
      },
      { scopes: SCOPES, loginHint: person, redirectUri: this.#redirectUri },
    );
  }

  /** Signs in as people do: over the provider's page, and back to this one. */
  async signInByRedirect(person: Person): Promise<void> {
    const pick = await this.beginSignInByRedirect();
    await pick(person);
  }

  /** Leaves for the provider's page; gives back what picks somebody there, and comes back to this one. */
  async beginSignInByRedirect(): Promise<(person: Person) => Promise<void>> {
    const start = this.page.url();
    const pages = new IdentityServerPages(this.page);
    await this.page.evaluate(
      (scopes) => void window.msal.loginRedirect({ scopes, prompt: 'login' }),
      SCOPES,
    );
    await this.page.getByTestId('op-user-ada').waitFor();
    return async (person) => {
      await pages.pick(person);
      await this.page.waitForURL(start);
      await this.ready();
    };
  }

  /** Signs in in a popup. */
  async signInByPopup(person: Person): Promise<void> {
    await new IdentityServerPages(await this.beginSignInByPopup()).pick(person);
    await this.tokenRequestEnds();
  }

  /** Starts to sign in in a popup, which is left on the provider's page. */
  async beginSignInByPopup(): Promise<Page> {
    const popup = this.page.waitForEvent('popup');
    await this.page.evaluate(
      ({ scopes, redirectUri }) => {
        window.tokenRequest = window.msal.loginPopup({ scopes, redirectUri, prompt: 'login' });
        window.tokenRequest.catch(() => undefined);
      },
      { scopes: SCOPES, redirectUri: this.#redirectUri },
    );
    return popup;
  }

  /** Who is signed in, as MSAL says. */
  accounts(): Promise<readonly string[]> {
    return this.page.evaluate(() =>
      window.msal
        .getAllAccounts()
        .map(({ homeAccountId }) => homeAccountId)
        .sort(),
    );
  }

  /** Who is signed in, as the engine has last seen it. Unlike MSAL, it touches nothing when asked. */
  seenAccounts(): Promise<readonly string[]> {
    return this.page.evaluate(() =>
      window.client.accounts.map(({ homeAccountId }) => homeAccountId).sort(),
    );
  }

  /** Has MSAL remove `person` itself. */
  async clearByMsal(person: Person): Promise<void> {
    await this.page.evaluate(async (person) => {
      for (const account of window.msal.getAllAccounts()) {
        if (account.homeAccountId === person) {
          await window.msal.clearCache({ account, correlationId: 'by-msal' });
        }
      }
    }, person);
  }

  /** Whether MSAL has an access token for `person` without asking the provider for one. */
  hasTokenInCache(person: Person): Promise<boolean> {
    return this.page.evaluate(
      async ({ person, scopes }) => {
        const account = window.msal
          .getAllAccounts()
          .find(({ homeAccountId }) => homeAccountId === person);
        if (!account) return false;
        const request = { scopes, account, cacheLookupPolicy: 1 } as const; // CacheLookupPolicy.AccessToken
        return window.msal.acquireTokenSilent(request).then(
          () => true,
          () => false,
        );
      },
      { person, scopes: SCOPES },
    );
  }

  /**
   * Requests a new token for `person`, and does not wait for it. Called again it uses the same account object, as a
   * page does that has kept it.
   */
  async beginTokenRequest(
    person: Person,
    { by = 'hidden frame', correlationId }: TokenRequestOptions = {},
  ): Promise<void> {
    await this.page.evaluate(
      ({ person, request }) => {
        window.tokenAccount ??= window.msal
          .getAllAccounts()
          .find(({ homeAccountId }) => homeAccountId === person);
        if (!window.tokenAccount) throw new Error(`${person} is not signed in`);
        const account = window.tokenAccount;
        window.tokenRequest = window.msal.acquireTokenSilent({ ...request, account });
        window.tokenRequest.catch(() => undefined);
      },
      {
        person,
        request: {
          scopes: SCOPES,
          redirectUri: this.#redirectUri,
          // CacheLookupPolicy.RefreshToken and CacheLookupPolicy.Skip
          cacheLookupPolicy: by === 'refresh token' ? (3 as const) : (5 as const),
          ...(correlationId !== undefined && { correlationId }),
        },
      },
    );
  }

  /** Waits until the token request has ended, in whichever way. */
  async tokenRequestEnds(): Promise<void> {
    await this.page.evaluate(() => window.tokenRequest.catch(() => undefined));
  }

  /** Starts a sign-out, or the same one several times in one task, and does not wait for it. */
  async beginSignOut(way: Way, request: SignOutRequest = {}, times = 1): Promise<void> {
    const begin = await this.prepareSignOut(way, request, times);
    await begin();
  }

  /** Gives back what begins a sign-out, also when whom it is about is gone by then. */
  async prepareSignOut(
    way: Way,
    request: SignOutRequest = {},
    times = 1,
  ): Promise<() => Promise<void>> {
    const begin = await this.page.evaluateHandle(
      ({ way, request: { account: person, ...rest }, times }) => {
        const account = window.client.accounts.find(
          ({ homeAccountId }) => homeAccountId === person,
        );
        if (person !== undefined && !account) throw new Error(`${person} is not signed in`);
        return () => {
          window.signOuts = Promise.all(
            Array.from({ length: times }, () => window.client[way]({ ...rest, account })),
          );
          window.isSettled = false;
          const settle = () => (window.isSettled = true);
          window.signOuts.then(settle, settle);
        };
      },
      { way, request, times },
    );
    return () => begin.evaluate((begin) => begin());
  }

  /** Has the page sign everybody out by redirect at `moment`, by its clock, as timers of idle pages do. */
  async beginSignOutAt(moment: number): Promise<void> {
    await this.page.evaluate((moment) => {
      window.signOuts = new Promise((resolve) => setTimeout(resolve, moment - Date.now())).then(
        async () => [await window.client.logoutRedirect()],
      );
    }, moment);
  }

  /** Whether this is the page that sign-outs return to. */
  get isReturned(): boolean {
    return new URL(this.page.url()).pathname.endsWith('/signed-out');
  }

  /** What the sign-outs that were started together came to; rejects as they do. */
  results(): Promise<readonly LogoutResult[]> {
    return this.page.evaluate(() => window.signOuts);
  }

  /** What the sign-out that was started came to; rejects as it does. */
  async result(): Promise<LogoutResult> {
    const [result] = await this.results();
    if (!result) throw new Error('No sign-out was started');
    return result;
  }

  /** Whether the sign-out has come to something. */
  isSettled(): Promise<boolean> {
    return this.page.evaluate(() => window.isSettled);
  }

  /** Signs out and stays on the page. */
  async signOut(way: Way, request?: SignOutRequest): Promise<LogoutResult> {
    await this.beginSignOut(way, request);
    return this.result();
  }

  /** Whether the page tells of a sign-out that was cut off. */
  isInterrupted(): Promise<boolean> {
    return this.page.evaluate(() => window.client.interrupted !== null);
  }

  /** Finishes the sign-out that was cut off, as a user does who is asked; what the page that it returns to says. */
  async resume(): Promise<LogoutResult> {
    await this.beginResume();
    return this.returnedResult();
  }

  /** Leaves the page to finish the sign-out that was cut off. */
  async beginResume(): Promise<void> {
    await this.expectAnother();
    await this.page.evaluate(() => void window.client.resume());
  }

  /** Another document is to come, maybe at the same address: {@link ready} waits for that one from now on. */
  async expectAnother(): Promise<void> {
    await this.page.evaluate(() => document.documentElement.removeAttribute('data-ready'));
  }

  /** The events of this tab, in order, over redirects. */
  events(): Promise<readonly KeptEvent[]> {
    return this.page.evaluate(
      () => (window.events ?? JSON.parse(sessionStorage.getItem('app.events') ?? '[]')) as never,
    );
  }

  async eventTypes(): Promise<readonly string[]> {
    return (await this.events()).map(({ eventType }) => eventType.replace('msal:', ''));
  }

  /** What is in both Web Storages, but for the events that the page itself keeps. */
  storage(): Promise<StoredEntries> {
    return this.page.evaluate(() => {
      const { 'app.events': events, ...session } = { ...sessionStorage };
      return { localStorage: { ...localStorage }, sessionStorage: session };
    });
  }

  /** Whether MSAL thinks that somebody is signing in or out in this tab. */
  isInteracting(): Promise<boolean> {
    return this.page.evaluate(() => sessionStorage.getItem('msal.interaction.status') !== null);
  }

  /** Waits for the page that sign-outs return to, and what it says of this one. */
  async returnedResult(): Promise<LogoutResult> {
    await this.page.waitForURL(({ pathname }) => pathname.endsWith('/signed-out'));
    await this.ready();
    const logoutReturn = await this.page.evaluate(() => window.logoutReturn);
    if (!logoutReturn) throw new Error('This page is not the return of a sign-out');
    return logoutReturn.result;
  }

  /** Has the page run nothing until the result is called: it waits for an answer, in the manner of old. */
  async halt(): Promise<() => Promise<void>> {
    const { first } = await holdFirst(this.page, '/halt');
    const halted = this.page.evaluate(() => {
      const request = new XMLHttpRequest();
      request.open('GET', '/halt', false);
      request.send();
    });
    const route = await first;
    return async () => {
      await route.fulfill();
      await halted;
    };
  }

  /** Where popups and hidden frames end: MSAL 5 has a page for that, the others want one that leaves the address alone. */
  get #redirectUri(): string {
    return this.major === 5 ? '/v5/redirect' : '/plain';
  }

  /** Waits until the page has everything that the tests work with. */
  async ready(): Promise<void> {
    await this.page.locator('html[data-ready]').waitFor({ state: 'attached' });
  }
}

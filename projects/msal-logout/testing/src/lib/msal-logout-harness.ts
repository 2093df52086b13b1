import type {
  AccountInfo,
  EndSessionConfiguration,
  MsalLogoutEvent,
  ɵEndSessionFakes as EndSessionFakes,
} from 'msal-logout/engine';
import {
  ɵaccountDigest as accountDigest,
  ɵaccountIdentity as accountIdentity,
  ɵALL_ACCOUNTS as ALL_ACCOUNTS,
  ɵisSameAccount as isSameAccount,
} from 'msal-logout/engine';
import { FakeAccountCache } from '../fakes/fake-account-cache';
import { FakeJournal } from '../fakes/fake-journal';
import { FakeNavigation } from '../fakes/fake-navigation';
import { FakePopup } from '../fakes/fake-popup';
import { FakeTabChannel } from '../fakes/fake-tab-channel';
import { FakeTabLock } from '../fakes/fake-tab-lock';

const { setTimeout: later } = globalThis;
const AUTHORITY = 'https://login.example';

/**
 * The world around the library, for the test of an application: who is signed in, other tabs, the browser's
 * address bar and popups. Everything between them is the real library.
 */
export class MsalLogoutHarness {
  readonly #cache: FakeAccountCache;
  readonly #journal = new FakeJournal();
  readonly #tabs = new FakeTabChannel();
  readonly #navigation = new FakeNavigation();
  readonly #events: MsalLogoutEvent[] = [];
  readonly #started: Promise<unknown>;
  #popup: FakePopup | null = null;
  #popupsBlocked = false;

  /** @internal */
  readonly configuration: EndSessionConfiguration = {
    auth: {
      clientId: 'test-client',
      authority: AUTHORITY,
      authorityMetadata: JSON.stringify({ end_session_endpoint: `${AUTHORITY}/logout` }),
    },
    // Karma, and Vitest in a browser, run tests in a frame.
    system: { navigationClient: this.#navigation, allowRedirectInIframe: true },
  };

  /** @internal */
  readonly parts: EndSessionFakes;

  /** @internal */
  constructor(accounts: readonly AccountInfo[], started: Promise<unknown>) {
    this.#started = started.catch(() => undefined);
    this.#cache = new FakeAccountCache(accounts);
    this.parts = {
      cache: this.#cache,
      journal: this.#journal,
      tabs: (name) => {
        this.#tabs.isAlone = name === null;
        return this.#tabs;
      },
      tabLock: new FakeTabLock(),
    };
  }

  /** Every event so far, in order. */
  get events(): readonly MsalLogoutEvent[] {
    return this.#events;
  }

  /** Where the page would have left for, in order: the end-session requests of redirects. */
  get navigations(): readonly URL[] {
    return this.#navigation.external.map(({ url }) => new URL(url));
  }

  /** The address that the last popup was sent to; `null` when none was. */
  get popupAddress(): URL | null {
    return this.#popup?.sentTo ? new URL(this.#popup.sentTo) : null;
  }

  /** People sign in, as with MSAL. */
  signIn(...accounts: readonly AccountInfo[]): void {
    for (const account of accounts) this.#cache.signIn(account);
  }

  /** Somebody signs out in another tab; everybody when left out. */
  async signOutInAnotherTab(account?: AccountInfo): Promise<void> {
    await this.#started;
    const accounts = account ? [account] : this.#cache.getAllAccounts();
    const order = 1 + Math.max(0, ...this.#tabs.notes().map((note) => note.order));
    this.#tabs.receive({
      type: 'signed-out',
      id: `another-tab-${order}`,
      about: [...accounts.map(accountDigest), ...(account ? [] : [ALL_ACCOUNTS])],
      order,
      correlationId: 'another-tab',
      group: this.configuration.auth.clientId,
      at: Date.now(),
    });
    await settled();
  }

  /** Somebody is signed out by other means, such as MSAL's own methods; everybody when left out. */
  signOutElsewhere(account?: AccountInfo): void {
    const stays = (it: AccountInfo): boolean =>
      account !== undefined && !isSameAccount(it, account);
    this.#cache.change(this.#cache.getAllAccounts().filter(stays));
  }

  /** An earlier page has signed `account` out, and was cut off before the provider had its part. */
  async interrupt(account: AccountInfo): Promise<void> {
    await this.#started;
    this.#journal.write({
      stateId: `state-${account.homeAccountId}`,
      clientId: this.configuration.auth.clientId,
      correlationId: 'interrupted',
      interactionType: 'redirect',
      accounts: [accountIdentity(account)],
      authority: AUTHORITY,
      logoutHint: account.loginHint,
      postLogoutRedirectUri: null,
      order: 1,
      startedAt: Date.now(),
      stage: 'interrupted',
      resumed: 0,
    });
    this.#journal.changeElsewhere();
    await settled();
  }

  /** The browser opens no popup from now on. */
  blockPopups(): void {
    this.#popupsBlocked = true;
  }

  /**
   * The popup comes back from the provider; the sign-out notices it a moment later.
   * @throws Error when no popup has left for the provider
   */
  returnPopup(): void {
    const { popupAddress } = this;
    if (!this.#popup || !popupAddress) throw new Error('No popup is at the provider.');
    const state = popupAddress.searchParams.get('state') ?? '';
    this.#popup.seenAt = `${window.location.origin}/?${new URLSearchParams({ state })}`;
  }

  /**
   * The user closes the popup; the sign-out notices it a moment later.
   * @throws Error when none was opened
   */
  closePopup(): void {
    if (!this.#popup) throw new Error('No popup is open.');
    this.#popup.close();
  }

  /** Redirects do not get anywhere from now on: the page stays. */
  keepPage(): void {
    this.#navigation.answer = () => Promise.resolve(false);
  }

  /** The cache refuses to remove anything from now on. */
  refuseToClear(): void {
    this.#cache.stuck = true;
  }

  /** @internal */
  record(event: MsalLogoutEvent): void {
    this.#events.push(event);
  }

  /**
   * Has popups open here.
   * @internal
   * @returns ends that
   */
  takePopups(): () => void {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- it is given back, not called
    const { open } = window;
    window.open = (url) => {
      if (this.#popupsBlocked) return null;
      this.#popup = new FakePopup(url);
      return this.#popup as unknown as Window;
    };
    return () => void (window.open = open);
  }
}

/** Resolves when what was promised so far has happened, whatever the test has made of the timers since. */
function settled(): Promise<void> {
  return new Promise((resolve) => later(resolve));
}

import type { AccountCache } from './cache/account-cache';
import type { AccountIdentity, AccountInfo } from './cache/account-info';
import { accountIdentity } from './cache/account-info';
import type { AccountsListener } from './cache/signed-in-accounts';
import { SignedInAccounts } from './cache/signed-in-accounts';
import type { EndSessionEndpoint } from './endpoint/end-session-endpoint';
import { EndSessionEndpoints } from './endpoint/end-session-endpoint';
import { asMsalLogoutError, MsalLogoutError } from './errors/msal-logout-error';
import type { EventCallback } from './events/event-hub';
import { EventHub } from './events/event-hub';
import { InteractionType } from './events/event-type';
import { LogoutReport } from './events/logout-report';
import { InteractionLock } from './interaction/interaction-lock';
import { Latch } from './interaction/latch';
import type { LogoutReturn } from './interaction/logout-return';
import { API_ID } from './interaction/navigation-client';
import { assertCanRedirect, assertCanSignOut } from './interaction/page';
import { signOutByPopup } from './interaction/popup-sign-out';
import { openPopup } from './interaction/popup-window';
import { signOutByRedirect } from './interaction/redirect-sign-out';
import type { LogoutJournal } from './journal/logout-journal';
import { assertEndSessionRequest } from './request/assert-request';
import type { ClearCacheRequest } from './request/clear-cache-request';
import type { CompletedRequest } from './request/complete-request';
import { completeRequest } from './request/complete-request';
import { endSessionAddress } from './request/end-session-address';
import type { EndSessionPopupRequest } from './request/end-session-popup-request';
import type { EndSessionRequest } from './request/end-session-request';

import { newGuid } from './request/guid';

import type { LogoutResult, ServerOutcome } from './request/logout-result';
import type { ResolvedConfiguration } from './request/resolved-configuration';
import type { TabChannel, TabMessage } from './tabs/tab-channel';

/** The ports that an {@link EndSessionClient} works through. */
export interface EndSessionPorts {
  readonly cache: AccountCache;
  readonly journal: LogoutJournal;
  readonly tabs: TabChannel;
}

/** One sign-out, from when it is known whom it is about. */
interface SignOut {
  readonly request: CompletedRequest;
  readonly accounts: readonly AccountIdentity[];
  /** The id inside the `state` parameter. */
  readonly stateId: string;
  readonly report: LogoutReport;
}

/**
 * Signs people out: here first, with proof, and then on the identity server.
 *
 * Knows the order of the steps and nothing else; every step is a part of its own.
 */
export class EndSessionClient {
  readonly #configuration: ResolvedConfiguration;
  readonly #journal: LogoutJournal;
  readonly #tabs: TabChannel;
  readonly #endpoints: EndSessionEndpoints;
  readonly #events = new EventHub();
  readonly #accounts: SignedInAccounts;
  readonly #latch = new Latch();
  readonly #lock: InteractionLock;
  #initialized: Promise<void> | null = null;

  /** @internal Use `createEndSessionClient`. */
  constructor(configuration: ResolvedConfiguration, { cache, journal, tabs }: EndSessionPorts) {
    this.#configuration = configuration;
    this.#journal = journal;
    this.#tabs = tabs;
    this.#endpoints = new EndSessionEndpoints(configuration);
    this.#accounts = new SignedInAccounts(cache, this.#events);
    this.#lock = new InteractionLock(configuration.clientId);
  }

  /** The signed-in accounts, as last seen; empty before {@link initialize} has resolved. */
  get accounts(): readonly AccountInfo[] {
    return this.#accounts.current;
  }

  /**
   * Makes the cache readable and watches it from then on. Called again, it does nothing new.
   * @throws whatever MSAL's `initialize` rejects with; the next call tries again.
   */
  initialize(): Promise<void> {
    this.#initialized ??= this.#start().catch((error: unknown) => {
      this.#initialized = null;
      throw error;
    });
    return this.#initialized;
  }

  /** Calls `callback` with every event, until the returned function is called. */
  addEventCallback(callback: EventCallback): () => void {
    return this.#events.add(callback);
  }

  /** Calls `listener` whenever others are signed in than before, until the returned function is called. */
  addAccountsListener(listener: AccountsListener): () => void {
    return this.#accounts.addListener(listener);
  }

  /**
   * Signs out here, then leaves the page for the provider's end-session endpoint.
   *
   * Starts at once; a second call for the same thing joins the one that runs.
   * @param request whom, and how; everybody when left out
   * @returns the result, when the page stays. When it leaves nothing comes: the page that the browser returns
   * to has the result, see `completeLogout`.
   * @throws MsalLogoutError before anything is touched: `configuration_missing`, `interaction_in_progress`,
   * `invalid_redirect_uri`, `invalid_request`, `not_in_browser`, `redirect_in_iframe`; later only
   * `cache_clear_failed`.
   * @see {@link https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout | RP-Initiated Logout 1.0, section 2}
   */
  async logoutRedirect(request: EndSessionRequest = {}): Promise<LogoutResult> {
    assertCanRedirect(this.#configuration);
    assertEndSessionRequest(request, window.location.href);
    return this.#interact(InteractionType.Redirect, request, (signOut) => this.#redirect(signOut));
  }

  /**
   * Signs out here, then ends the session at the provider in a popup, which opens in the task of the call.
   *
   * A popup that is blocked, closed or late does not undo the sign-out here: the result says what happened. A
   * second call for the same thing joins the one that runs.
   * @param request whom, and how; everybody when left out
   * @returns the result, once the popup is done
   * @throws MsalLogoutError those of {@link logoutRedirect}, without `redirect_in_iframe`
   */
  async logoutPopup(request: EndSessionPopupRequest = {}): Promise<LogoutResult> {
    assertCanSignOut(this.#configuration);
    assertEndSessionRequest(request, window.location.href);
    const named = { ...request, correlationId: request.correlationId || newGuid() };
    const result = await this.#interact(
      InteractionType.Popup,
      named,
      (signOut, popup) => this.#popup(signOut, named, popup),
      () => (this.#configuration.navigatePopups ? this.#openPopup('about:blank', named) : null),
    );
    this.#moveMainWindow(request.mainWindowRedirectUri);
    return result;
  }

  /**
   * Signs out here only; the provider's session lives on, and the result's `server` is `skipped`.
   * @param request whom; everybody when left out
   * @throws MsalLogoutError those of {@link logoutRedirect}, without `redirect_in_iframe`
   */
  async clearCache(request: ClearCacheRequest = {}): Promise<LogoutResult> {
    assertCanSignOut(this.#configuration);
    assertEndSessionRequest(request, window.location.href);
    return this.#latch.run(InteractionType.None, request, () =>
      this.#signOut(InteractionType.None, request, () => Promise.resolve({ server: 'skipped' })),
    );
  }

  /** Tells, by events, how a sign-out ended that had left the page. */
  announceReturn({ interactionType, result }: LogoutReturn): void {
    const report = new LogoutReport(this.#events, interactionType, result.correlationId);
    if (result.server === 'confirmed') report.confirm();
    report.end();
  }

  async #start(): Promise<void> {
    // Where no sign-out runs, a lock is what an earlier page of this tab has left behind.
    if (!this.#latch.isRunning) this.#lock.release();
    await this.#accounts.watch((accounts) =>
      this.#tabs.send({ type: 'signed-in', accounts: accounts.map(accountIdentity) }),
    );
    this.#tabs.listen((message) => void this.#hear(message).catch(reportError));
    this.#endpoints.prefetch();
  }

  /** Runs a sign-out that talks to the provider; MSAL starts no sign-in meanwhile. */
  #interact(
    interactionType: InteractionType,
    request: EndSessionRequest & EndSessionPopupRequest,
    atServer: (signOut: SignOut, popup: Window | null) => Promise<ServerOutcome>,
    open: () => Window | null = () => null,
  ): Promise<LogoutResult> {
    return this.#latch.run(interactionType, request, async () => {
      if (!this.#lock.take()) {
        throw new MsalLogoutError('interaction_in_progress', request.correlationId ?? '');
      }
      // Before the first await: browsers let a popup open only in the task of the click.
      const popup = open();
      try {
        return await this.#signOut(interactionType, request, (signOut) => atServer(signOut, popup));
      } finally {
        popup?.close();
        this.#lock.release();
      }
    });
  }

  /** The order of the steps. */
  async #signOut(
    interactionType: InteractionType,
    request: EndSessionRequest,
    atServer: (signOut: SignOut) => Promise<ServerOutcome>,
  ): Promise<LogoutResult> {
    await this.#readAccounts(request);
    const page = window.location.href;
    const completed = completeRequest(request, this.#configuration, this.accounts, page);
    const { correlationId } = completed;
    const about = { interactionType, correlationId };
    const accounts = completed.accounts.map(accountIdentity);
    const target = { accounts, everyone: !request.account };
    const report = new LogoutReport(this.#events, interactionType, correlationId);
    const stateId = newGuid();

    report.start(accounts);
    try {
      const { postLogoutRedirectUri } = completed;
      const startedAt = Date.now();
      this.#journal.write({ stateId, correlationId, accounts, postLogoutRedirectUri, startedAt });
      await this.#accounts.clear(target, { ...about, origin: 'here' });
      this.#tabs.send({ type: 'signed-out', correlationId, ...target });
      const outcome = await atServer({ request: completed, accounts, stateId, report });
      report.succeed(accounts, outcome);
      if (outcome.server === 'confirmed') report.confirm();
      return { correlationId, accounts, local: 'cleared', ...outcome };
    } catch (error) {
      const failure = asMsalLogoutError(error, 'cache_clear_failed', correlationId);
      report.fail(failure);
      throw failure;
    } finally {
      this.#journal.remove(stateId);
      report.end();
    }
  }

  async #readAccounts({ correlationId = '' }: EndSessionRequest): Promise<void> {
    try {
      await this.initialize();
    } catch (error) {
      throw asMsalLogoutError(error, 'cache_clear_failed', correlationId);
    }
    this.#accounts.lookAgain();
  }

  /** Another tab has signed somebody in or out. */
  async #hear(message: TabMessage): Promise<void> {
    if (message.type === 'signed-in') return this.#accounts.admit();
    const { correlationId, everyone } = message;
    const accounts = everyone ? [...message.accounts, ...this.accounts] : message.accounts;
    await this.#accounts.clear(
      { accounts, everyone },
      { correlationId, interactionType: InteractionType.None, origin: 'other-tab' },
    );
  }

  async #redirect({ request, accounts, stateId, report }: SignOut): Promise<ServerOutcome> {
    const address = await this.#address(request, stateId, 'redirect');
    if ('reason' in address) return { server: 'failed', reason: address.reason };
    return signOutByRedirect(address.url, {
      navigationClient: this.#configuration.navigationClient,
      timeout: this.#configuration.redirectNavigationTimeout,
      onRedirectNavigate: request.onRedirectNavigate,
      onLeave: () => report.succeed(accounts),
    });
  }

  async #popup(
    signOut: SignOut,
    wish: EndSessionPopupRequest,
    blank: Window | null,
  ): Promise<ServerOutcome> {
    const { request, stateId, report } = signOut;
    const address = await this.#address(request, stateId, 'popup');
    if ('reason' in address) return { server: 'failed', reason: address.reason };
    const { navigatePopups, popupTimeout } = this.#configuration;
    const popup = navigatePopups ? blank : this.#openPopup(address.url, wish);
    if (!popup) {
      if (wish.popupFallback === 'redirect') return this.#redirect(signOut);
      return { server: 'failed', reason: 'popup_blocked' };
    }
    report.popupOpened(popup);
    return signOutByPopup(popup, address.url, {
      stateId,
      postLogoutRedirectUri: request.postLogoutRedirectUri,
      timeout: popupTimeout,
      onLateConfirmation: () => report.confirm(),
    });
  }

  #address(
    request: CompletedRequest,
    id: string,
    interactionType: 'redirect' | 'popup',
  ): Promise<EndSessionEndpoint> {
    const state = { id, interactionType };
    return endSessionAddress(request, state, this.#endpoints, this.#configuration);
  }

  #openPopup(url: string, request: EndSessionPopupRequest): Window | null {
    const { clientId } = this.#configuration;
    const { account, correlationId, popupWindowAttributes = {}, popupWindowParent } = request;
    const name = `msal.${clientId}.${account?.homeAccountId}.${correlationId}`;
    return openPopup(url, name, popupWindowAttributes, popupWindowParent ?? window);
  }

  #moveMainWindow(uri: string | undefined): void {
    if (uri === undefined) return;
    const { navigationClient, redirectNavigationTimeout: timeout } = this.#configuration;
    const options = { apiId: API_ID.logoutPopup, timeout, noHistory: false };
    // Not awaited: the page may be gone before it settles, and stays signed out if it does not go.
    navigationClient
      .navigateInternal(new URL(uri, window.location.href).href, options)
      .catch(() => undefined);
  }
}

import type { AccountInfo } from './cache/account-info';
import type { AccountsListener } from './accounts/signed-in-accounts';
import { SignedInAccounts } from './accounts/signed-in-accounts';
import { EndSessionEndpoints } from './endpoint/end-session-endpoint';
import type { EndSessionParts } from './end-session-parts';
import { MsalLogoutError } from './errors/msal-logout-error';
import type { EventCallback } from './events/event-hub';
import { EventHub } from './events/event-hub';
import { InteractionType } from './events/event-type';
import { LogoutReport } from './events/logout-report';
import { InteractionLock } from './interaction/interaction-lock';
import { Latch } from './interaction/latch';
import type { LogoutReturn } from './interaction/logout-return';
import { assertCanRedirect, assertCanSignOut, assertInBrowser } from './interaction/page';
import { ProviderLock } from './provider/provider-lock';
import type { SignOutWay } from './provider/sign-out-way';
import { HERE_ONLY, SignOutWays } from './provider/sign-out-ways';
import { assertEndSessionRequest, checkFieldNames } from './request/assert-request';
import type { ClearCacheRequest } from './request/clear-cache-request';
import type { EndSessionPopupRequest } from './request/end-session-popup-request';
import type { EndSessionRequest } from './request/end-session-request';
import { newGuid } from './request/guid';
import type { LogoutResult } from './request/logout-result';
import type { ResolvedConfiguration } from './request/resolved-configuration';
import { signOut } from './sign-out';
import type { JournalEntry } from './sign-outs/logout-journal';
import type { InterruptedLogout } from './sign-outs/pending-sign-outs';
import { PendingSignOuts } from './sign-outs/pending-sign-outs';
import { PatientTabLock } from './tabs/patient-tab-lock';
import { Sequence } from './tabs/sequence';
import { TabSync } from './tabs/tab-sync';

const SIGN_IN_HOLDS_LOCK =
  'MSAL holds its interaction lock for a sign-in. If that was in a popup that has been closed, MSAL 5 frees the lock ' +
  'after system.popupBridgeTimeout, 60 seconds by default; clearCache() does not need it.';

/** Signs people out: here first, with proof, and then on the identity server. */
export class EndSessionClient {
  readonly #configuration: ResolvedConfiguration;
  readonly #parts: EndSessionParts;
  readonly #endpoints: EndSessionEndpoints;
  readonly #events = new EventHub();
  readonly #sequence: Sequence;
  readonly #accounts: SignedInAccounts;
  readonly #pending: PendingSignOuts;
  readonly #providerLock: ProviderLock;
  readonly #ways: SignOutWays;
  readonly #tabSync: TabSync;
  readonly #latch = new Latch();
  readonly #interactionLock: InteractionLock;
  #initialized: Promise<void> | null = null;
  #stop: (() => void) | undefined;

  /**
   * Made by `createEndSessionClient`.
   * @internal
   */
  constructor(configuration: ResolvedConfiguration, parts: EndSessionParts) {
    const { cache, journal, tabs, signInPopup, reportError } = parts;
    const { clientId } = configuration;
    const lock = new PatientTabLock(parts.tabLock);
    this.#configuration = configuration;
    this.#parts = parts;
    this.#endpoints = new EndSessionEndpoints(configuration);
    this.#sequence = new Sequence(tabs, journal);
    this.#accounts = new SignedInAccounts({
      cache,
      tabs,
      sequence: this.#sequence,
      events: this.#events,
      reportError,
    });
    this.#pending = new PendingSignOuts({
      journal,
      tabs,
      lock,
      // Any script of this origin can write to the storage: none may choose where this page goes.
      concerns: (entry) => entry.clientId === clientId && this.#endpoints.isKnown(entry.authority),
      signedIn: () => this.#accounts.current,
      announce: (entry) => this.#announce(entry),
    });
    this.#providerLock = new ProviderLock(lock, clientId);
    this.#ways = new SignOutWays(configuration, this.#endpoints, this.#pending, this.#providerLock);
    this.#tabSync = new TabSync(tabs, { accounts: this.#accounts, pending: this.#pending });
    this.#interactionLock = new InteractionLock(configuration, parts.tabLock, signInPopup);
  }

  /** The signed-in accounts, as last seen; empty before {@link initialize} has resolved. */
  get accounts(): readonly AccountInfo[] {
    return this.#accounts.current;
  }

  /**
   * Makes the cache readable and watches it from then on. Called again, it looks who is signed in when it knows of
   * nobody: of a sign-in that has just ended the watching may not have heard yet.
   * @throws MsalLogoutError `not_in_browser`; and whatever MSAL's `initialize` rejects with, where MSAL keeps its cache in
   * memory: a cache in a Web Storage is read without it, and the error is reported. The next call tries again.
   */
  async initialize(): Promise<void> {
    assertInBrowser();
    this.#initialized ??= this.#start().catch((error: unknown) => {
      this.#initialized = null;
      throw error;
    });
    await this.#initialized.then(() => this.#accounts.lookForSignIn());
  }

  /** Ends the watching, for an application that ends before its page does. A sign-out that runs goes on. */
  close(): void {
    const stop = (): void => this.#stop?.();
    void this.#initialized?.then(stop, stop);
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
    this.#assertUsable(request);
    return this.#interact(this.#ways.redirect, request, null);
  }

  /**
   * Signs out here, then ends the session at the provider in a popup, which opens in the task of the call.
   *
   * A popup that is blocked, closed or late does not undo the sign-out here: the result says what happened. A
   * second call for the same thing joins the one that runs.
   * @param request whom, and how; everybody when left out
   * @returns the result, once the popup is done. When a blocked popup goes on by redirect, as {@link logoutRedirect}.
   * @throws MsalLogoutError those of {@link logoutRedirect}, without `redirect_in_iframe`
   * @see {@link https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout | RP-Initiated Logout 1.0, section 2}
   */
  async logoutPopup(request: EndSessionPopupRequest = {}): Promise<LogoutResult> {
    assertCanSignOut(this.#configuration);
    this.#assertUsable(request);
    const named = { ...request, correlationId: request.correlationId || newGuid() };
    const result = await this.#interact(this.#ways.popup(named), named, null);
    this.#ways.moveMainWindow(request.mainWindowRedirectUri);
    return result;
  }

  /**
   * Signs out here only; the provider's session lives on.
   *
   * Starts at once; a second call for the same thing joins the one that runs.
   * @param request whom; everybody when left out
   * @returns the result, once the cache is proven to be clear; its `server` is `skipped`
   * @throws MsalLogoutError those of {@link logoutRedirect}, without `redirect_in_iframe`
   */
  async clearCache(request: ClearCacheRequest = {}): Promise<LogoutResult> {
    assertCanSignOut(this.#configuration);
    this.#assertUsable(request);
    return this.#latch.run(InteractionType.None, request, () =>
      this.#signOut(HERE_ONLY, request, null),
    );
  }

  /** A sign-out that was cut off before the server had its part, as last seen; the oldest if there are several. */
  get interrupted(): InterruptedLogout | null {
    const entry = this.#pending.interrupted;
    if (!entry) return null;
    const { correlationId, accounts, startedAt, resumed } = entry;
    return { correlationId, accounts, startedAt, resumed };
  }

  /** Calls `listener` whenever {@link interrupted} is another than before, until the returned function is called. */
  addInterruptedListener(listener: () => void): () => void {
    return this.#pending.addListener(listener);
  }

  /**
   * Finishes the sign-out that {@link interrupted} tells: leaves the page for the provider, with the hint that was
   * kept. Nobody else is signed out. One that was cut off before this browser was clear is finished here, too.
   * @returns as {@link logoutRedirect}
   * @throws MsalLogoutError `no_interrupted_logout` when there is none, and those of {@link logoutRedirect}
   * @see {@link https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout | RP-Initiated Logout 1.0, section 2}
   */
  async resume(): Promise<LogoutResult> {
    assertCanRedirect(this.#configuration);
    const entry = this.#pending.interrupted;
    const { correlationId, logoutHint, authority } = entry ?? {};
    const request = { correlationId, authority, logoutHint };
    this.#assertUsable(request);
    if (!entry) throw new MsalLogoutError('no_interrupted_logout', '');
    return this.#interact(this.#ways.redirect, request, entry);
  }

  /**
   * Forgets the sign-out that {@link interrupted} tells. The server's session may live on.
   * @returns resolves when the next one has been looked for
   */
  dismiss(): Promise<void> {
    return this.#pending.dismiss();
  }

  /**
   * Tells how a sign-out ended that had left the page: by `SERVER_SIGN_OUT_CONFIRMED` if it was, and by `LOGOUT_END` unless
   * that page had told it before. For what `completeLogout` gives.
   */
  announceReturn({ interactionType, isLate, result }: LogoutReturn): void {
    const report = new LogoutReport(this.#events, interactionType, result.correlationId);
    void this.#parts.ready.then(() => {
      if (result.server === 'confirmed') report.confirm();
      if (!isLate) report.end();
    });
  }

  #announce({ interactionType, correlationId, accounts }: JournalEntry): void {
    const report = new LogoutReport(this.#events, interactionType, correlationId);
    void this.#parts.ready.then(() => report.interrupted(accounts));
  }

  async #start(): Promise<void> {
    // Where no sign-out runs, a lock is what an earlier page of this tab has left behind.
    if (!this.#latch.isRunning) void this.#interactionLock.clean();
    const { signInPopup } = this.#parts;
    signInPopup.start();
    const stopTabSync = await this.#tabSync.start();
    this.#stop = () => {
      stopTabSync();
      signInPopup.stop();
    };
    this.#endpoints.prefetch();
    this.#providerLock.prepare();
  }

  #assertUsable(request: EndSessionRequest | EndSessionPopupRequest): void {
    const { authority, postLogoutRedirectUri } = this.#configuration;
    assertEndSessionRequest(request, window.location.href);
    checkFieldNames(request, this.#configuration);
    const configured = { correlationId: request.correlationId, authority, postLogoutRedirectUri };
    assertEndSessionRequest(configured, window.location.href);
  }

  /** Runs a sign-out that contacts the provider; MSAL starts no sign-in meanwhile. */
  #interact(
    way: SignOutWay,
    request: EndSessionRequest & EndSessionPopupRequest,
    resumed: JournalEntry | null,
  ): Promise<LogoutResult> {
    return this.#latch.run(way.interactionType, request, async () => {
      if (!this.#interactionLock.take()) {
        const { correlationId = '' } = request;
        throw new MsalLogoutError('interaction_in_progress', correlationId, SIGN_IN_HOLDS_LOCK);
      }
      try {
        return await this.#signOut(way, request, resumed);
      } finally {
        this.#interactionLock.release();
      }
    });
  }

  #signOut(
    way: SignOutWay,
    request: EndSessionRequest,
    resumed: JournalEntry | null,
  ): Promise<LogoutResult> {
    const { tasks, reportError } = this.#parts;
    return signOut(way, request, resumed, {
      configuration: this.#configuration,
      events: this.#events,
      accounts: this.#accounts,
      pending: this.#pending,
      sequence: this.#sequence,
      tasks,
      reportError,
      initialize: () => this.initialize(),
    });
  }
}

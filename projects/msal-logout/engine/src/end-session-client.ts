import type { AccountInfo } from './cache/account-info';
import type { AccountsListener } from './cache/signed-in-accounts';
import { SignedInAccounts } from './cache/signed-in-accounts';
import { EndSessionEndpoints } from './endpoint/end-session-endpoint';
import type { EndSessionParts } from './end-session-parts';
import { MsalLogoutError } from './errors/msal-logout-error';
import type { EventCallback } from './events/event-hub';
import { EventHub } from './events/event-hub';
import { InteractionType } from './events/event-type';
import { LogoutReport } from './events/logout-report';
import type { BlankPopup } from './interaction/blank-popup';
import { InteractionLock } from './interaction/interaction-lock';
import { Latch } from './interaction/latch';
import type { LogoutReturn } from './interaction/logout-return';
import { assertCanRedirect, assertCanSignOut } from './interaction/page';
import type { SignOut } from './interaction/provider-sign-out';
import { ProviderSignOut } from './interaction/provider-sign-out';
import type { JournalEntry } from './journal/logout-journal';
import type { InterruptedLogout } from './journal/pending-sign-outs';
import { PendingSignOuts } from './journal/pending-sign-outs';
import { assertEndSessionRequest, checkFieldNames } from './request/assert-request';
import type { ClearCacheRequest } from './request/clear-cache-request';
import type { EndSessionPopupRequest } from './request/end-session-popup-request';
import type { EndSessionRequest } from './request/end-session-request';
import { newGuid } from './request/guid';
import type { LogoutResult, ServerOutcome } from './request/logout-result';
import type { ResolvedConfiguration } from './request/resolved-configuration';
import { SignOutSteps } from './sign-out-steps';
import { ServerTurn } from './tabs/server-turn';
import { TabSync } from './tabs/tab-sync';

/** Signs people out: here first, with proof, and then on the identity server. */
export class EndSessionClient {
  readonly #configuration: ResolvedConfiguration;
  readonly #reportError: (error: unknown) => void;
  readonly #endpoints: EndSessionEndpoints;
  readonly #provider: ProviderSignOut;
  readonly #events = new EventHub();
  readonly #accounts: SignedInAccounts;
  readonly #latch = new Latch();
  readonly #lock: InteractionLock;
  readonly #turn: ServerTurn;
  readonly #tabSync: TabSync;
  readonly #pending: PendingSignOuts;
  readonly #steps: SignOutSteps;
  readonly #ready: Promise<unknown>;
  #initialized: Promise<void> | null = null;
  #stop: (() => void) | undefined;

  /**
   * Made by `createEndSessionClient`.
   * @internal
   */
  constructor(configuration: ResolvedConfiguration, parts: EndSessionParts) {
    const { cache, journal, tabs, tabLock, ready, reportError } = parts;
    this.#configuration = configuration;
    this.#reportError = reportError;
    this.#endpoints = new EndSessionEndpoints(configuration);
    this.#ready = ready;
    this.#pending = new PendingSignOuts(journal, tabLock, (entry) => this.#announce(entry));
    this.#provider = new ProviderSignOut(configuration, this.#endpoints, this.#pending);
    this.#accounts = new SignedInAccounts(cache, this.#events);
    this.#lock = new InteractionLock(configuration.clientId);
    this.#turn = new ServerTurn(tabLock, tabs);
    this.#tabSync = new TabSync(tabs, {
      accounts: this.#accounts,
      pending: this.#pending,
      turn: this.#turn,
    });
    this.#steps = new SignOutSteps(configuration, parts, {
      events: this.#events,
      accounts: this.#accounts,
      pending: this.#pending,
      initialize: () => this.initialize(),
    });
  }

  /** The signed-in accounts, as last seen; empty before {@link initialize} has resolved. */
  get accounts(): readonly AccountInfo[] {
    return this.#accounts.current;
  }

  /**
   * Makes the cache readable and watches it from then on. Called again, it looks who is signed in when it knows of
   * nobody: of a sign-in that has just ended the watching may not have heard yet.
   * @throws whatever MSAL's `initialize` rejects with; the next call tries again.
   */
  async initialize(): Promise<void> {
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
    return this.#interact(InteractionType.Redirect, request, (signOut) =>
      this.#provider.redirect(signOut),
    );
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
    const result = await this.#interact(
      InteractionType.Popup,
      named,
      (signOut, popup) => this.#provider.popup(signOut, named, popup),
      { open: () => this.#provider.openBlankPopup(named) },
    );
    this.#provider.moveMainWindow(request.mainWindowRedirectUri);
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
      this.#steps.run(InteractionType.None, request, () => Promise.resolve({ server: 'skipped' })),
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
    if (!entry) throw new MsalLogoutError('no_interrupted_logout', '');
    const { correlationId, logoutHint } = entry;
    // Any script of this origin can write to the storage: none may choose where this page goes.
    const authority = this.#endpoints.isKnown(entry.authority) ? entry.authority : undefined;
    const request = { correlationId, authority, logoutHint };
    this.#assertUsable(request);
    this.#turn.forget();
    return this.#interact(
      InteractionType.Redirect,
      request,
      (signOut) => this.#provider.redirect(signOut),
      { resumed: entry },
    );
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
    void this.#ready.then(() => {
      if (result.server === 'confirmed') report.confirm();
      if (!isLate) report.end();
    });
  }

  #announce({ interactionType, correlationId, accounts }: JournalEntry): void {
    const report = new LogoutReport(this.#events, interactionType, correlationId);
    void this.#ready.then(() => report.interrupted(accounts));
  }

  async #start(): Promise<void> {
    // Where no sign-out runs, a lock is what an earlier page of this tab has left behind.
    if (!this.#latch.isRunning) this.#lock.release();
    this.#stop = await this.#tabSync.start(this.#reportError);
    this.#endpoints.prefetch();
    this.#turn.prepare();
  }

  #assertUsable(request: EndSessionRequest | EndSessionPopupRequest): void {
    const { authority, postLogoutRedirectUri } = this.#configuration;
    assertEndSessionRequest(request, window.location.href);
    checkFieldNames(request, this.#configuration);
    const configured = { correlationId: request.correlationId, authority, postLogoutRedirectUri };
    assertEndSessionRequest(configured, window.location.href);
  }

  /** Runs a sign-out that talks to the provider; MSAL starts no sign-in meanwhile. */
  #interact(
    interactionType: InteractionType,
    request: EndSessionRequest & EndSessionPopupRequest,
    atServer: (signOut: SignOut, popup: BlankPopup | null) => Promise<ServerOutcome>,
    { open, resumed }: { open?: () => BlankPopup | null; resumed?: JournalEntry } = {},
  ): Promise<LogoutResult> {
    return this.#latch.run(interactionType, request, async () => {
      if (!this.#lock.take()) {
        throw new MsalLogoutError('interaction_in_progress', request.correlationId ?? '');
      }
      // Before the first await: browsers let a popup open only in the task of the click.
      const popup = open?.() ?? null;
      const inTurn = (signOut: SignOut): Promise<ServerOutcome> =>
        this.#turn.run(signOut.accounts, () => atServer(signOut, popup));
      try {
        return await this.#steps.run(interactionType, request, inTurn, resumed);
      } finally {
        popup?.close();
        this.#lock.release();
      }
    });
  }
}

import type { AccountCache } from './cache/account-cache';
import type { AccountInfo } from './cache/account-info';
import { accountIdentity } from './cache/account-info';
import type { AccountsListener } from './cache/signed-in-accounts';
import { SignedInAccounts } from './cache/signed-in-accounts';
import { EndSessionEndpoints } from './endpoint/end-session-endpoint';
import { asMsalLogoutError, MsalLogoutError } from './errors/msal-logout-error';
import type { EventCallback } from './events/event-hub';
import { EventHub } from './events/event-hub';
import { InteractionType } from './events/event-type';
import { LogoutReport } from './events/logout-report';
import { InteractionLock } from './interaction/interaction-lock';
import { Latch } from './interaction/latch';
import type { LogoutReturn } from './interaction/logout-return';
import { assertCanRedirect, assertCanSignOut } from './interaction/page';
import type { SignOut } from './interaction/provider-sign-out';
import { ProviderSignOut } from './interaction/provider-sign-out';
import type { LogoutJournal } from './journal/logout-journal';
import { assertEndSessionRequest } from './request/assert-request';
import type { ClearCacheRequest } from './request/clear-cache-request';
import { completeRequest } from './request/complete-request';
import type { EndSessionPopupRequest } from './request/end-session-popup-request';
import type { EndSessionRequest } from './request/end-session-request';
import { newGuid } from './request/guid';
import type { LogoutResult, ServerOutcome } from './request/logout-result';
import type { ResolvedConfiguration } from './request/resolved-configuration';
import { ServerTurn } from './tabs/server-turn';
import type { TabChannel, TabMessage } from './tabs/tab-channel';
import type { TabLock } from './tabs/tab-lock';
import { runSignOutTasks } from './tasks/run-sign-out-tasks';
import type { SignOutTask } from './tasks/sign-out-task';

/** What an {@link EndSessionClient} works through: its ports, and what the application adds. */
export interface EndSessionParts {
  readonly cache: AccountCache;
  readonly journal: LogoutJournal;
  readonly tabs: TabChannel;
  readonly tabLock: TabLock;
  readonly tasks: readonly SignOutTask[];
  /** Told what went wrong beside a sign-out and did not stop it. */
  readonly reportError: (error: unknown) => void;
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
  readonly #tasks: readonly SignOutTask[];
  readonly #reportError: (error: unknown) => void;
  readonly #endpoints: EndSessionEndpoints;
  readonly #provider: ProviderSignOut;
  readonly #events = new EventHub();
  readonly #accounts: SignedInAccounts;
  readonly #latch = new Latch();
  readonly #lock: InteractionLock;
  readonly #turn: ServerTurn;
  #initialized: Promise<void> | null = null;
  #stopWatching: (() => void) | undefined;

  /**
   * Made by `createEndSessionClient`.
   * @internal
   */
  constructor(configuration: ResolvedConfiguration, parts: EndSessionParts) {
    const { cache, journal, tabs, tabLock, tasks, reportError } = parts;
    this.#configuration = configuration;
    this.#journal = journal;
    this.#tabs = tabs;
    this.#tasks = tasks;
    this.#reportError = harmless(reportError);
    this.#endpoints = new EndSessionEndpoints(configuration);
    this.#provider = new ProviderSignOut(configuration, this.#endpoints, journal);
    this.#accounts = new SignedInAccounts(cache, this.#events);
    this.#lock = new InteractionLock(configuration.clientId);
    this.#turn = new ServerTurn(tabLock, tabs);
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

  /** Ends the watching, for an application that ends before its page does. A sign-out that runs goes on. */
  close(): void {
    const stop = (): void => {
      this.#stopWatching?.();
      this.#tabs.close();
    };
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
   * @returns the result, once the popup is done
   * @throws MsalLogoutError those of {@link logoutRedirect}, without `redirect_in_iframe`
   */
  async logoutPopup(request: EndSessionPopupRequest = {}): Promise<LogoutResult> {
    assertCanSignOut(this.#configuration);
    this.#assertUsable(request);
    const named = { ...request, correlationId: request.correlationId || newGuid() };
    const result = await this.#interact(
      InteractionType.Popup,
      named,
      (signOut, popup) => this.#provider.popup(signOut, named, popup),
      () => this.#provider.openBlankPopup(named),
    );
    this.#provider.moveMainWindow(request.mainWindowRedirectUri);
    return result;
  }

  /**
   * Signs out here only; the provider's session lives on, and the result's `server` is `skipped`.
   * @param request whom; everybody when left out
   * @throws MsalLogoutError those of {@link logoutRedirect}, without `redirect_in_iframe`
   */
  async clearCache(request: ClearCacheRequest = {}): Promise<LogoutResult> {
    assertCanSignOut(this.#configuration);
    this.#assertUsable(request);
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
    this.#stopWatching = await this.#accounts.watch((accounts) => {
      this.#turn.forget();
      this.#tabs.send({ type: 'signed-in', accounts: accounts.map(accountIdentity) });
    });
    this.#tabs.listen((message) => void this.#hear(message).catch(this.#reportError));
    this.#endpoints.prefetch();
  }

  #assertUsable(request: EndSessionRequest | EndSessionPopupRequest): void {
    const { authority, postLogoutRedirectUri } = this.#configuration;
    const { correlationId } = request;
    assertEndSessionRequest(request, window.location.href);
    const configured = { correlationId, authority, postLogoutRedirectUri };
    assertEndSessionRequest(configured, window.location.href);
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
        return await this.#signOut(interactionType, request, (signOut) =>
          this.#turn.run(signOut.accounts, () => atServer(signOut, popup)),
        );
      } finally {
        popup?.close();
        this.#lock.release();
      }
    });
  }

  /** The order of the steps. */
  async #signOut(
    interactionType: InteractionType,
    wish: EndSessionRequest,
    atServer: (signOut: SignOut) => Promise<ServerOutcome>,
  ): Promise<LogoutResult> {
    const unreadable = await this.#readAccounts();
    const page = window.location.href;
    const request = completeRequest(wish, this.#configuration, this.accounts, page);
    const { correlationId, postLogoutRedirectUri } = request;
    const accounts = request.accounts.map(accountIdentity);
    const target = { correlationId, accounts, everyone: !wish.account };
    const report = new LogoutReport(this.#events, interactionType, correlationId);
    const stateId = newGuid();
    const startedAt = Date.now();

    report.start(accounts);
    try {
      if (unreadable) throw unreadable;
      const signOut = { correlationId, interactionType, accounts: request.accounts };
      await runSignOutTasks(this.#tasks, signOut, {
        timeout: this.#configuration.signOutTaskTimeout,
        report: this.#reportError,
      });
      this.#journal.write({ stateId, correlationId, accounts, postLogoutRedirectUri, startedAt });
      this.#tabs.send({ type: 'signing-out', ...target });
      await this.#accounts.clear(target, { interactionType, correlationId, origin: 'here' });
    } catch (error) {
      const failure = asMsalLogoutError(error, 'cache_clear_failed', correlationId);
      this.#journal.remove(stateId);
      report.fail(failure);
      report.end();
      throw failure;
    }
    this.#tabs.send({ type: 'signed-out', ...target });
    const outcome = await atServer({ request, accounts, stateId, report }).catch(nowhere);
    // A popup that looks closed may yet come back, and then has to find its entry.
    if (outcome.reason !== 'popup_closed') this.#journal.remove(stateId);
    report.succeed(accounts, outcome);
    const confirmed = outcome.server === 'confirmed';
    if (confirmed) report.confirm();
    report.end();
    const state = confirmed && request.state !== undefined && { state: request.state };
    return { correlationId, accounts, local: 'cleared', ...outcome, ...state };
  }

  /** Looks who is signed in; gives the error back if the cache cannot be read. */
  async #readAccounts(): Promise<Error | null> {
    try {
      await this.initialize();
      await this.#accounts.read();
      return null;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  /** Another tab has signed somebody in or out. */
  async #hear(message: TabMessage): Promise<void> {
    switch (message.type) {
      case 'signed-in':
        this.#accounts.admit();
        this.#turn.forget();
        break;
      case 'signing-out':
        this.#accounts.expect(message);
        break;
      case 'at-server':
        this.#turn.note(message.accounts);
        break;
      case 'signed-out':
        await this.#accounts.follow(message);
    }
  }
}

/** A report that fails harms nothing either. */
function harmless(report: (error: unknown) => void): (error: unknown) => void {
  return (error) => {
    try {
      report(error);
    } catch {
      // There is nobody left to tell.
    }
  };
}

/** What comes of an error while the server is asked: the sign-out here is done, and stays. */
function nowhere(): ServerOutcome {
  return { server: 'failed', reason: 'navigation_failed' };
}

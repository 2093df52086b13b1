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
import type { LogoutReturn } from './interaction/logout-return';
import { assertCanRedirect } from './interaction/page';
import { signOutByRedirect } from './interaction/redirect-sign-out';
import type { LogoutJournal } from './journal/logout-journal';
import { assertEndSessionRequest } from './request/assert-request';
import type { CompletedRequest } from './request/complete-request';
import { completeRequest } from './request/complete-request';
import type { EndSessionRequest } from './request/end-session-request';
import { endSessionUrl } from './request/end-session-url';
import { newGuid } from './request/guid';
import { encodeState } from './request/library-state';
import type { LogoutResult, ServerOutcome } from './request/logout-result';
import type { ResolvedConfiguration } from './request/resolved-configuration';
import { isSameRequest } from './request/same-request';

/** The ports that an {@link EndSessionClient} works through. */
export interface EndSessionPorts {
  readonly cache: AccountCache;
  readonly journal: LogoutJournal;
}

/**
 * Signs people out: here first, with proof, and then on the identity server.
 *
 * Knows the order of the steps and nothing else; every step is a part of its own.
 */
export class EndSessionClient {
  readonly #configuration: ResolvedConfiguration;
  readonly #journal: LogoutJournal;
  readonly #endpoints: EndSessionEndpoints;
  readonly #events = new EventHub();
  readonly #accounts: SignedInAccounts;
  #initialized: Promise<void> | null = null;
  #running: { readonly request: EndSessionRequest; readonly result: Promise<LogoutResult> } | null =
    null;

  /** @internal Use `createEndSessionClient`. */
  constructor(configuration: ResolvedConfiguration, { cache, journal }: EndSessionPorts) {
    this.#configuration = configuration;
    this.#journal = journal;
    this.#endpoints = new EndSessionEndpoints(configuration);
    this.#accounts = new SignedInAccounts(cache, this.#events);
  }

  /** The signed-in accounts, as last seen; empty before {@link initialize} has resolved. */
  get accounts(): readonly AccountInfo[] {
    return this.#accounts.current;
  }

  /** Makes the cache readable and watches it from then on. Calling it again does nothing new. */
  initialize(): Promise<void> {
    this.#initialized ??= this.#accounts.watch();
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
    return this.#once(request, () => this.#signOut(InteractionType.Redirect, request));
  }

  /** Tells, by events, how a sign-out ended that had left the page. */
  announceReturn({ interactionType, result }: LogoutReturn): void {
    const report = new LogoutReport(this.#events, interactionType, result.correlationId);
    if (result.server === 'confirmed') report.confirm();
    report.end();
  }

  #once(request: EndSessionRequest, start: () => Promise<LogoutResult>): Promise<LogoutResult> {
    if (this.#running) {
      if (isSameRequest(this.#running.request, request)) return this.#running.result;
      throw new MsalLogoutError('interaction_in_progress', request.correlationId ?? '');
    }
    const result = start().finally(() => (this.#running = null));
    this.#running = { request, result };
    return result;
  }

  async #signOut(
    interactionType: InteractionType,
    request: EndSessionRequest,
  ): Promise<LogoutResult> {
    await this.initialize();
    this.#accounts.lookAgain();
    const completed = completeRequest(
      request,
      this.#configuration,
      this.accounts,
      window.location.href,
    );
    const { correlationId } = completed;
    const about = { interactionType, correlationId };
    const accounts = completed.accounts.map(accountIdentity);
    const report = new LogoutReport(this.#events, interactionType, correlationId);
    const stateId = newGuid();

    report.start(accounts);
    try {
      this.#journal.write({ stateId, ...about, accounts, startedAt: Date.now() });
      await this.#accounts.clear({ accounts, everyone: !request.account }, about);
      const outcome = await this.#redirect(completed, stateId, () => report.succeed(accounts));
      report.succeed(accounts, outcome);
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

  async #redirect(
    request: CompletedRequest,
    stateId: string,
    onLeave: () => void,
  ): Promise<ServerOutcome> {
    const endpoint = await this.#endpoints.find(request.authority);
    if ('reason' in endpoint) return { server: 'failed', reason: endpoint.reason };
    const url = endSessionUrl(
      endpoint.url,
      {
        post_logout_redirect_uri: request.postLogoutRedirectUri,
        'client-request-id': request.correlationId,
        id_token_hint: request.idTokenHint,
        state: encodeState({
          id: stateId,
          interactionType: 'redirect',
          ...(request.state !== undefined && { userState: request.state }),
        }),
        logout_hint: request.logoutHint,
        client_id: this.#configuration.clientId,
      },
      request.extraQueryParameters,
    );
    return signOutByRedirect(url, {
      navigationClient: this.#configuration.navigationClient,
      timeout: this.#configuration.redirectNavigationTimeout,
      onRedirectNavigate: request.onRedirectNavigate,
      onLeave,
    });
  }
}

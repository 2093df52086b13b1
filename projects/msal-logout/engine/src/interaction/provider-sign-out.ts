import { attempt } from '../attempt';
import type { AccountIdentity } from '../cache/account-info';
import type { EndSessionEndpoint, EndSessionEndpoints } from '../endpoint/end-session-endpoint';
import type { LogoutReport } from '../events/logout-report';
import type { PendingSignOuts } from '../journal/pending-sign-outs';
import type { CompletedRequest } from '../request/complete-request';
import { endSessionAddress } from '../request/end-session-address';
import type { EndSessionPopupRequest } from '../request/end-session-popup-request';
import type { ServerOutcome } from '../request/logout-result';
import type { ResolvedConfiguration } from '../request/resolved-configuration';
import { BlankPopup } from './blank-popup';
import { API_ID } from './navigation-client';
import { canRedirect } from './page';
import { signOutByPopup } from './popup-sign-out';
import { openPopup } from './popup-window';
import { signOutByRedirect } from './redirect-sign-out';

/** One sign-out that is done here and goes on at the provider. */
export interface SignOut {
  readonly request: CompletedRequest;
  readonly accounts: readonly AccountIdentity[];
  /** The id inside the `state` parameter. */
  readonly stateId: string;
  readonly report: LogoutReport;
}

/** The two ways to end the session at the provider. Whatever happens there, a sign-out here stays done. */
export class ProviderSignOut {
  readonly #configuration: ResolvedConfiguration;
  readonly #endpoints: EndSessionEndpoints;
  readonly #pending: PendingSignOuts;

  constructor(
    configuration: ResolvedConfiguration,
    endpoints: EndSessionEndpoints,
    pending: PendingSignOuts,
  ) {
    this.#configuration = configuration;
    this.#endpoints = endpoints;
    this.#pending = pending;
  }

  /** Leaves the page. */
  async redirect(signOut: SignOut): Promise<ServerOutcome> {
    const { request, accounts, stateId, report } = signOut;
    const address = await this.#address(signOut, 'redirect');
    if ('reason' in address) return { server: 'failed', reason: address.reason };
    return signOutByRedirect(address.url, {
      navigationClient: this.#configuration.navigationClient,
      timeout: this.#configuration.redirectNavigationTimeout,
      onRedirectNavigate: request.onRedirectNavigate,
      onLeave: () => {
        this.#pending.leave(stateId);
        report.succeed(accounts);
      },
    });
  }

  /** A blank popup for {@link popup}; `null` when it is blocked, or is to open with the address later. */
  openBlankPopup(wish: EndSessionPopupRequest): BlankPopup | null {
    const popup = this.#configuration.navigatePopups ? this.#open('about:blank', wish) : null;
    return popup && new BlankPopup(popup);
  }

  /** Goes there in `blank`, or in a popup of its own where the configuration wants that. */
  async popup(
    signOut: SignOut,
    wish: EndSessionPopupRequest,
    blank: BlankPopup | null,
  ): Promise<ServerOutcome> {
    const { request, stateId, report } = signOut;
    const address = await this.#address(signOut, 'popup');
    if ('reason' in address) return { server: 'failed', reason: address.reason };
    const { navigatePopups, popupTimeout } = this.#configuration;
    const popup = navigatePopups ? blank?.window : this.#open(address.url, wish);
    if (!popup) {
      return wish.popupFallback === 'redirect' && canRedirect(this.#configuration)
        ? this.redirect(signOut)
        : { server: 'failed', reason: 'popup_blocked' };
    }
    report.popupOpened(popup);
    blank?.leave(address.url);
    return signOutByPopup(popup, {
      stateId,
      postLogoutRedirectUri: request.postLogoutRedirectUri,
      timeout: popupTimeout,
      hasReturned: () => this.#pending.hasReturned(stateId),
      onLateConfirmation: () => {
        void this.#pending.confirm(stateId);
        report.confirm();
      },
    });
  }

  /** Moves the main window after a popup, if it is to move. */
  moveMainWindow(uri: string | undefined): void {
    if (uri === undefined) return;
    const { navigationClient, redirectNavigationTimeout: timeout } = this.#configuration;
    const options = { apiId: API_ID.logoutPopup, timeout, noHistory: false };
    // Not awaited: the page may be gone before it settles, and stays signed out if it does not go.
    attempt(
      () => navigationClient.navigateInternal(new URL(uri, window.location.href).href, options),
      Promise.resolve(false),
    ).catch(() => undefined);
  }

  #address(
    { request, stateId }: SignOut,
    interactionType: 'redirect' | 'popup',
  ): Promise<EndSessionEndpoint> {
    const state = { id: stateId, interactionType };
    return endSessionAddress(request, state, this.#endpoints, this.#configuration);
  }

  #open(url: string, request: EndSessionPopupRequest): Window | null {
    const { account, correlationId, popupWindowAttributes = {}, popupWindowParent } = request;
    const name = `msal.${this.#configuration.clientId}.${account?.homeAccountId}.${correlationId}`;
    return openPopup(url, name, popupWindowAttributes, popupWindowParent ?? window);
  }
}

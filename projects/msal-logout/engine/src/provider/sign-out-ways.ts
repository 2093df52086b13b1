import { attempt } from '../attempt';
import type { EndSessionEndpoint, EndSessionEndpoints } from '../endpoint/end-session-endpoint';
import { InteractionType } from '../events/event-type';
import type { LogoutReport } from '../events/logout-report';
import { BlankPopup } from '../interaction/blank-popup';
import { API_ID } from '../interaction/navigation-client';
import { canRedirect } from '../interaction/page';
import { signOutByPopup } from '../interaction/popup-sign-out';
import { openPopup } from '../interaction/popup-window';
import { signOutByRedirect } from '../interaction/redirect-sign-out';
import { endSessionAddress } from '../request/end-session-address';
import type { EndSessionPopupRequest } from '../request/end-session-popup-request';
import type { ServerOutcome } from '../request/logout-result';
import type { ResolvedConfiguration } from '../request/resolved-configuration';
import type { PendingSignOuts } from '../sign-outs/pending-sign-outs';
import type { SignOutPlan } from '../sign-outs/sign-out-plan';
import type { ProviderLock } from './provider-lock';
import type { Departure, SignOutWay } from './sign-out-way';

const nothing = (): void => undefined;

/** Signs out of this browser only. */
export const HERE_ONLY: SignOutWay = {
  interactionType: InteractionType.None,
  open: () => nothing,
  takeTurn: () => Promise.resolve(nothing),
  ask: () => Promise.resolve({ server: 'skipped' }),
};

/** The two ways to end the session at the provider. */
export class SignOutWays {
  readonly #configuration: ResolvedConfiguration;
  readonly #endpoints: EndSessionEndpoints;
  readonly #pending: PendingSignOuts;
  readonly #lock: ProviderLock;

  constructor(
    configuration: ResolvedConfiguration,
    endpoints: EndSessionEndpoints,
    pending: PendingSignOuts,
    lock: ProviderLock,
  ) {
    this.#configuration = configuration;
    this.#endpoints = endpoints;
    this.#pending = pending;
    this.#lock = lock;
  }

  /** Leaves the page. */
  get redirect(): SignOutWay {
    return {
      interactionType: InteractionType.Redirect,
      open: () => nothing,
      takeTurn: (plan) => this.#takeTurn(plan),
      ask: (plan) => this.#redirect(plan),
    };
  }

  /** Goes there in a popup, which opens blank in the click unless the configuration wants it to open with the address. */
  popup(wish: EndSessionPopupRequest): SignOutWay {
    let blank: BlankPopup | null = null;
    return {
      interactionType: InteractionType.Popup,
      open: () => {
        const popup = this.#configuration.navigatePopups ? this.#open('about:blank', wish) : null;
        blank = popup && new BlankPopup(popup);
        return () => blank?.close();
      },
      takeTurn: (plan) => this.#takeTurn(plan),
      ask: (plan, report) => this.#popup(plan, wish, blank, report),
    };
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

  async #takeTurn({ accounts, entry }: SignOutPlan): Promise<(() => void) | null> {
    const release = await this.#lock.take(accounts);
    if (release === null) return null;
    // A page that has left for the provider holds no lock any more.
    if (!(await this.#pending.isAskedElsewhere(accounts, entry.stateId))) return release;
    release();
    return null;
  }

  async #redirect(plan: SignOutPlan): Promise<ServerOutcome | Departure> {
    const address = await this.#address(plan, InteractionType.Redirect);
    if ('reason' in address) return { server: 'failed', reason: address.reason };
    if (plan.request.onRedirectNavigate?.(address.url) === false) return { server: 'skipped' };
    const { navigationClient, redirectNavigationTimeout: timeout } = this.#configuration;
    return {
      leave: () => {
        this.#pending.leave(plan.entry.stateId);
        return signOutByRedirect(address.url, { navigationClient, timeout });
      },
    };
  }

  async #popup(
    plan: SignOutPlan,
    wish: EndSessionPopupRequest,
    blank: BlankPopup | null,
    report: LogoutReport,
  ): Promise<ServerOutcome | Departure> {
    const { request, entry } = plan;
    const address = await this.#address(plan, InteractionType.Popup);
    if ('reason' in address) return { server: 'failed', reason: address.reason };
    const { navigatePopups, popupTimeout } = this.#configuration;
    const popup = navigatePopups ? blank?.window : this.#open(address.url, wish);
    if (!popup) {
      return wish.popupFallback === 'redirect' && canRedirect(this.#configuration)
        ? this.#redirect(plan)
        : { server: 'failed', reason: 'popup_blocked' };
    }
    report.popupOpened(popup);
    this.#pending.record(entry.stateId, 'asked');
    blank?.leave(address.url);
    return signOutByPopup(popup, {
      stateId: entry.stateId,
      postLogoutRedirectUri: request.postLogoutRedirectUri,
      timeout: popupTimeout,
      hasReturned: () => this.#pending.hasReturned(entry.stateId),
      onLateConfirmation: () => {
        this.#pending.confirm(entry);
        report.confirm();
      },
    });
  }

  #address(
    { request, entry }: SignOutPlan,
    interactionType: 'redirect' | 'popup',
  ): Promise<EndSessionEndpoint> {
    const state = { id: entry.stateId, interactionType };
    return endSessionAddress(request, state, this.#endpoints, this.#configuration);
  }

  #open(url: string, request: EndSessionPopupRequest): Window | null {
    const { account, correlationId, popupWindowAttributes = {}, popupWindowParent } = request;
    const name = `msal.${this.#configuration.clientId}.${account?.homeAccountId}.${correlationId}`;
    return openPopup(url, name, popupWindowAttributes, popupWindowParent ?? window);
  }
}

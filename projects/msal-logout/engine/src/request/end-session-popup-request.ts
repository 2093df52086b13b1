import type { PopupWindowAttributes } from '../interaction/popup-window';
import type { EndSessionRequest } from './end-session-request';

/**
 * A sign-out in a popup, in the terms of MSAL's `EndSessionPopupRequest`.
 *
 * @see {@link https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout | RP-Initiated Logout 1.0, section 2}
 */
export interface EndSessionPopupRequest extends Omit<EndSessionRequest, 'onRedirectNavigate'> {
  /** Where the main window goes afterwards, on this origin; default it stays. */
  readonly mainWindowRedirectUri?: string | undefined;
  /** Size and place of the popup. */
  readonly popupWindowAttributes?: PopupWindowAttributes | undefined;
  /** The window that opens the popup; default this one. */
  readonly popupWindowParent?: Window | undefined;
  /**
   * When the browser blocks the popup, `redirect` leaves the page for the provider, unless it is in a frame that may not
   * leave; default it stays, with `popup_blocked`.
   */
  readonly popupFallback?: 'redirect' | undefined;
}

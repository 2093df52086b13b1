import type { PopupWindowAttributes } from '../interaction/popup-window';
import type { EndSessionRequest } from './end-session-request';

/** A sign-out in a popup, in the terms of MSAL's `EndSessionPopupRequest`. */
export interface EndSessionPopupRequest extends Omit<EndSessionRequest, 'onRedirectNavigate'> {
  /** Where the main window goes afterwards, on this origin; default it stays. */
  readonly mainWindowRedirectUri?: string | undefined;
  /** Size and place of the popup. */
  readonly popupWindowAttributes?: PopupWindowAttributes | undefined;
  /** The window that opens the popup; default this one. */
  readonly popupWindowParent?: Window | undefined;
  /** What to do when the browser blocks the popup; default nothing. */
  readonly popupFallback?: 'redirect' | undefined;
}

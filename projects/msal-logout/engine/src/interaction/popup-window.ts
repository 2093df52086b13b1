import { attempt } from '../attempt';

/** Size and place of a popup, as in MSAL's `PopupWindowAttributes`; 0 is a value. */
export interface PopupWindowAttributes {
  /** Both numbers or none. */
  readonly popupSize?: PopupSize | undefined;
  /** Both numbers or none. */
  readonly popupPosition?: PopupPosition | undefined;
}

/** In CSS pixels; default 483 by 600. */
export interface PopupSize {
  /** Inner width. */
  readonly width: number;
  /** Inner height. */
  readonly height: number;
}

/** In CSS pixels of the screen; default the centre of the window that opens the popup. */
export interface PopupPosition {
  /** From the left edge of the screen. */
  readonly left: number;
  /** From the top edge of the screen. */
  readonly top: number;
}

/** Opens a popup at `url`; `null` when the browser blocks it. */
export function openPopup(
  url: string,
  name: string,
  { popupSize, popupPosition }: PopupWindowAttributes,
  parent: Window,
): Window | null {
  const { width, height } = popupSize ?? { width: 483, height: 600 };
  const { left, top } = popupPosition ?? {
    left: Math.max(0, parent.screenX + (parent.outerWidth - width) / 2),
    top: Math.max(0, parent.screenY + (parent.outerHeight - height) / 2),
  };
  const features = `width=${width}, height=${height}, top=${top}, left=${left}, scrollbars=yes`;
  const popup = attempt(() => parent.open(url, name, features), null);
  // Some blockers hand out a window that is closed already.
  return popup?.closed === false ? popup : null;
}

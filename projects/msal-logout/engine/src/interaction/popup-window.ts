/** Size and place of a popup, as in MSAL's `PopupWindowAttributes`; 0 is a value. */
export interface PopupWindowAttributes {
  readonly popupSize?: PopupSize | undefined;
  readonly popupPosition?: PopupPosition | undefined;
}

/** In CSS pixels; default 483 by 600. */
export interface PopupSize {
  readonly width: number;
  readonly height: number;
}

/** In CSS pixels of the screen; default the centre of the window that opens the popup. */
export interface PopupPosition {
  readonly left: number;
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
  try {
    const popup = parent.open(url, name, features);
    // Some blockers hand out a window that is closed already.
    return popup?.closed === false ? popup : null;
  } catch {
    return null;
  }
}

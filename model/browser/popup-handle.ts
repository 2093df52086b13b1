/** A popup as the page sees it that has opened it. */
import type { Page } from './page';
import type { StorageArea } from './storage-area';
import type { Tab } from './tab';

/** What `window.open` gives. */
export class PopupHandle {
  readonly location: PopupLocation;
  readonly #opener: Page;
  readonly #popup: Tab;

  constructor(opener: Page, popup: Tab) {
    this.#opener = opener;
    this.#popup = popup;
    this.location = new PopupLocation(popup);
  }

  get closed(): boolean {
    return this.#popup.looksClosedTo(this.#opener);
  }

  get sessionStorage(): StorageArea {
    this.#popup.assertReadable();
    return this.#popup.session;
  }

  close(): void {
    this.#popup.browser.closeSoon(this.#popup);
  }

  focus(): void {
    // There is no screen.
  }
}

/** The address bar of a popup: nobody can read it while it is on another site. */
class PopupLocation {
  readonly #popup: Tab;

  constructor(popup: Tab) {
    this.#popup = popup;
  }

  get href(): string {
    this.#popup.assertReadable();
    return this.#popup.url;
  }

  get origin(): string {
    const { href } = this;
    return href === 'about:blank' ? 'null' : new URL(href).origin;
  }

  assign(url: string): void {
    this.#popup.browser.navigate(this.#popup, url);
  }

  replace(url: string): void {
    this.assign(url);
  }
}

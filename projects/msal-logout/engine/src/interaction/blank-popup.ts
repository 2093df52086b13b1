import { attempt } from '../attempt';

/** A popup that is open before there is an address for it. It goes with the page: nobody else would ever use it. */
export class BlankPopup {
  readonly window: Window;
  readonly #isOver = new AbortController();

  /** @param popup one that has just been opened */
  constructor(popup: Window) {
    this.window = popup;
    window.addEventListener('pagehide', () => this.close(), { signal: this.#isOver.signal });
  }

  /** Sends it to `url`, without what it has copied of this tab's sessionStorage. */
  leave(url: string): void {
    this.#isOver.abort();
    // Where the storage cannot be used, nothing was copied.
    attempt(() => this.window.sessionStorage.clear(), undefined);
    this.window.location.replace(url);
  }

  /** Closes it, wherever it is by now. */
  close(): void {
    this.#isOver.abort();
    this.window.close();
  }
}

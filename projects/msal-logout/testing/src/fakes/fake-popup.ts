const BLANK = 'about:blank';

/** A popup as its opener sees it: blank, then away at the provider, until it comes back or is closed. */
export class FakePopup {
  closed = false;
  /** Where it was sent to. */
  sentTo: string | null = null;
  /** Where it is seen to be; `null` while it is on another origin. */
  seenAt: string | null = BLANK;
  readonly sessionStorage = { clear: (): void => undefined };
  readonly location: { readonly origin: string; readonly href: string; replace(url: string): void };

  /** @param url where it opens */
  constructor(url: string | URL = BLANK) {
    const address = (): URL => {
      if (this.seenAt === null) throw new DOMException('Blocked a frame', 'SecurityError');
      return new URL(this.seenAt);
    };
    this.location = {
      get origin() {
        return address().origin;
      },
      get href() {
        return address().href;
      },
      replace: (url: string): void => {
        this.sentTo = url;
        this.seenAt = null;
      },
    };
    if (String(url) !== BLANK) this.location.replace(String(url));
  }

  close(): void {
    this.closed = true;
  }
}

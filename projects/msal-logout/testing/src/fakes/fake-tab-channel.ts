import type {
  ɵMissedSignOut as MissedSignOut,
  ɵTabChannel as TabChannel,
  ɵTabMessage as TabMessage,
} from 'msal-logout/engine';

/** One tab's end of a channel between tabs in memory. */
export class FakeTabChannel implements TabChannel {
  readonly sent: TabMessage[] = [];
  /** What was done while the page was away. */
  readonly late: MissedSignOut[] = [];
  readonly #listeners = new Set<(message: TabMessage) => void>();

  send(message: TabMessage): void {
    this.sent.push(message);
  }

  missed(): readonly MissedSignOut[] {
    return this.late;
  }

  listen(listener: (message: TabMessage) => void): void {
    this.#listeners.add(listener);
  }

  close(): void {
    this.#listeners.clear();
  }

  /** Another tab tells something. */
  receive(message: TabMessage): void {
    for (const listener of this.#listeners) listener(message);
  }
}

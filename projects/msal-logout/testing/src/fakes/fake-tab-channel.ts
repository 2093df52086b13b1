import type {
  ɵNote as Note,
  ɵTabChannel as TabChannel,
  ɵTabMemory as TabMemory,
} from 'msal-logout/engine';

/** One tab's end of a channel between tabs in memory. */
export class FakeTabChannel implements TabChannel {
  /** What this tab has sent. */
  readonly sent: Note[] = [];
  /** What earlier pages of this tab have remembered. */
  memory: TabMemory = { copies: [], isSigningIn: false };
  /** Whether this tab keeps its sign-outs to itself, and follows no others. */
  isAlone = false;
  readonly #received: Note[] = [];
  readonly #listeners = new Set<() => void>();

  notes(): readonly Note[] {
    const received = this.#received.filter(({ type }) => !this.isAlone || type !== 'signed-out');
    return [...this.sent, ...received];
  }

  send(note: Note): void {
    this.sent.push(note);
  }

  recall(): TabMemory {
    return this.memory;
  }

  remember(memory: TabMemory): void {
    this.memory = memory;
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Another tab notes something, and this one hears of it. */
  receive(note: Note): void {
    this.miss(note);
    for (const listener of this.#listeners) listener();
  }

  /** Another tab notes something while the page of this one is away. */
  miss(note: Note): void {
    this.#received.push(note);
  }
}

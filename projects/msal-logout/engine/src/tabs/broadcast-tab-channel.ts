import { isAccountIdentity } from '../cache/account-info';
import type { MissedSignOut, TabChannel, TabMessage } from './tab-channel';
import type { TabMailbox } from './tab-mailbox';

const TYPES: readonly unknown[] = ['signed-in', 'signing-out', 'signed-out', 'at-server'];

/** Reaches the tabs on this origin that use the same name over a BroadcastChannel; without one there are no other tabs. */
export class BroadcastTabChannel implements TabChannel {
  readonly #name: string;
  readonly #mailbox: TabMailbox | null;
  readonly #closed = new AbortController();
  #channel: BroadcastChannel | null = null;

  /** @param mailbox for tabs whose page is away; not needed where all tabs share one cache */
  constructor(name: string, mailbox: TabMailbox | null = null) {
    this.#name = `end-session.${name}`;
    this.#mailbox = mailbox;
  }

  send(message: TabMessage): void {
    if (message.type === 'signed-out') this.#mailbox?.put(message);
    this.#open()?.postMessage(message);
    // A sign-out that outlives the application tells the others all the same.
    if (this.#closed.signal.aborted) this.close();
  }

  missed(): readonly MissedSignOut[] {
    return this.#mailbox?.collect() ?? [];
  }

  listen(listener: (message: TabMessage) => void): void {
    this.#open()?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isTabMessage(data)) listener(data);
    });
    const { signal } = this.#closed;
    window.addEventListener('pagehide', () => this.#mailbox?.leave(), { signal });
  }

  close(): void {
    this.#closed.abort();
    this.#channel?.close();
    this.#channel = null;
  }

  /** Opened when first used, and one for both: a channel does not hear itself. */
  #open(): BroadcastChannel | null {
    if (typeof BroadcastChannel === 'undefined') return null;
    this.#channel ??= new BroadcastChannel(this.#name);
    return this.#channel;
  }
}

function isTabMessage(data: unknown): data is TabMessage {
  if (typeof data !== 'object' || data === null) return false;
  const { type, accounts } = data as Record<string, unknown>;
  if (!TYPES.includes(type)) return false;
  return Array.isArray(accounts) && accounts.every(isAccountIdentity);
}

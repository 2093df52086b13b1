import { isAccountIdentity } from '../cache/account-info';
import type { TabChannel, TabMessage } from './tab-channel';

const TYPES: readonly unknown[] = ['signed-in', 'signing-out', 'signed-out', 'at-server'];

/** Reaches the tabs on this origin that use the same name over a BroadcastChannel; without one there are no other tabs. */
export class BroadcastTabChannel implements TabChannel {
  readonly #name: string;
  #channel: BroadcastChannel | null = null;
  #closed = false;

  constructor(name: string) {
    this.#name = `end-session.${name}`;
  }

  send(message: TabMessage): void {
    this.#open()?.postMessage(message);
    // A sign-out that outlives the application tells the others all the same.
    if (this.#closed) this.close();
  }

  listen(listener: (message: TabMessage) => void): void {
    this.#open()?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isTabMessage(data)) listener(data);
    });
  }

  close(): void {
    this.#closed = true;
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

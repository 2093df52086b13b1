import type { TabChannel, TabMessage } from './tab-channel';

const TYPES: readonly unknown[] = ['signed-in', 'signing-out', 'signed-out'];

/** Reaches the tabs of one client on this origin over a BroadcastChannel; without one there are no other tabs. */
export class BroadcastTabChannel implements TabChannel {
  readonly #name: string;
  #channel: BroadcastChannel | null = null;

  constructor(clientId: string) {
    this.#name = `end-session.${clientId}`;
  }

  send(message: TabMessage): void {
    this.#open()?.postMessage(message);
  }

  listen(listener: (message: TabMessage) => void): () => void {
    const channel = this.#open();
    const receive = ({ data }: MessageEvent<unknown>): void => {
      if (isTabMessage(data)) listener(data);
    };
    channel?.addEventListener('message', receive);
    return () => channel?.removeEventListener('message', receive);
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
  return Array.isArray(accounts) && accounts.every(isIdentity);
}

function isIdentity(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { homeAccountId, environment } = value as Record<string, unknown>;
  return typeof homeAccountId === 'string' && typeof environment === 'string';
}

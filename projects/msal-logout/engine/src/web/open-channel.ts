import { attempt } from '../attempt';

/**
 * Opens the BroadcastChannel `name`; `null` where the browser has none, or refuses it, as Firefox does by a
 * constructor that throws where site data is blocked.
 */
export function openChannel(name: string): BroadcastChannel | null {
  return attempt(() => new BroadcastChannel(name), null);
}

/** Whether the browser opens BroadcastChannels. */
export function canOpenChannel(): boolean {
  const channel = openChannel('end-session.probe');
  channel?.close();
  return channel !== null;
}

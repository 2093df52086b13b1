/** The channel on which MSAL 4 and 5 tell each other what has changed in localStorage. */
const CHANNEL = 'msal.broadcast.cache';

/**
 * Has every running MSAL instance, here and in other tabs, drop its decrypted copy of removed entries.
 * @param removed keys, each with the client whose instances it concerns; empty for all
 */
export function tellMsalInstances(removed: ReadonlyMap<string, string>): void {
  if (removed.size === 0 || typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(CHANNEL);
  for (const [key, context] of removed) channel.postMessage({ key, value: null, context });
  channel.close();
}

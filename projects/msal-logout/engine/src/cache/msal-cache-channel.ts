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

/**
 * Calls `listener` when MSAL instances or other tabs change the cache, and when the page is shown again, until
 * the result is called.
 */
export function onMsalCacheChange(listener: () => void): () => void {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);
  channel?.addEventListener('message', listener);
  const types = ['storage', 'pageshow', 'focus'] as const;
  for (const type of types) window.addEventListener(type, listener);
  return () => {
    channel?.close();
    for (const type of types) window.removeEventListener(type, listener);
  };
}

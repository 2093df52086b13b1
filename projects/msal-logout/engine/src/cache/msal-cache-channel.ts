import { onPageShown } from './page-shown';

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

/** Changes come in bursts, one for every entry; they are told together. */
const BURST = 10;

/**
 * Calls `listener` when MSAL instances or other tabs have changed the cache, and when the page is shown again,
 * until the result is called.
 */
export function onMsalCacheChange(listener: () => void): () => void {
  let pending: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    pending ??= setTimeout(() => {
      pending = undefined;
      listener();
    }, BURST);
  };
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);
  channel?.addEventListener('message', tell);
  window.addEventListener('storage', tell);
  const stop = onPageShown(tell);
  return () => {
    clearTimeout(pending);
    channel?.close();
    window.removeEventListener('storage', tell);
    stop();
  };
}

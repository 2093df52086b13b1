import { openChannel } from '../web/open-channel';
import { onPageShown } from './page-shown';

/** The channel on which MSAL 4 and 5 tell each other what has changed in localStorage. */
const CHANNEL = 'msal.broadcast.cache';

/** Changes come in bursts, one for every entry; they are told together. */
const BURST = 10;

/** One end of MSAL's channel about localStorage. What is told at it is not heard at it. */
export class MsalCacheChannel {
  /** Open while somebody listens. */
  #channel: BroadcastChannel | null = null;

  /**
   * Has every running MSAL instance, here and in other tabs, drop its decrypted copy of removed entries. It takes
   * longer than to remove them, and nobody finds an account by such a copy: so it is told in the next task, or
   * when the page is left.
   * @param removed keys, each with the client whose instances it concerns; empty for all
   */
  tell(removed: ReadonlyMap<string, string>): void {
    if (removed.size === 0) return;
    const post = (): void => {
      clearTimeout(soon);
      window.removeEventListener('pagehide', post);
      // Told at another end, each message would come back to the listener of this one, which takes as long again.
      const channel = this.#channel ?? openChannel(CHANNEL);
      if (!channel) return;
      for (const [key, context] of removed) channel.postMessage({ key, value: null, context });
      if (channel !== this.#channel) channel.close();
    };
    const soon = setTimeout(post);
    window.addEventListener('pagehide', post);
  }

  /**
   * Calls `listener` when MSAL instances or other tabs have changed the cache, and when the page is shown again,
   * until the result is called.
   */
  onChange(listener: () => void): () => void {
    let pending: ReturnType<typeof setTimeout> | undefined;
    const tell = (): void => {
      pending ??= setTimeout(() => {
        pending = undefined;
        listener();
      }, BURST);
    };
    const channel = openChannel(CHANNEL);
    this.#channel = channel;
    channel?.addEventListener('message', tell);
    window.addEventListener('storage', tell);
    const stop = onPageShown(tell);
    return () => {
      clearTimeout(pending);
      channel?.close();
      if (this.#channel === channel) this.#channel = null;
      window.removeEventListener('storage', tell);
      stop();
    };
  }
}

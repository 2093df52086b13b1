import type { SignedInAccounts } from '../accounts/signed-in-accounts';
import type { PendingSignOuts } from '../sign-outs/pending-sign-outs';
import type { TabChannel } from './tab-channel';

/** What this tab knows, and keeps in step with the others. */
export interface TabState {
  readonly accounts: SignedInAccounts;
  readonly pending: PendingSignOuts;
}

/**
 * Keeps the tabs of an application in step: whenever another tab may have noted something, and when the page is back, this
 * tab looks again. What a note means, also a late or repeated one, is decided where it is read: `accounts/accounts-state.ts`
 * and `sign-outs/what-became.ts`.
 */
export class TabSync {
  readonly #channel: TabChannel;
  readonly #state: TabState;

  constructor(channel: TabChannel, state: TabState) {
    this.#channel = channel;
    this.#state = state;
  }

  /**
   * Makes the cache readable, and keeps this tab in step from then on.
   * @returns ends it
   */
  async start(): Promise<() => void> {
    const { accounts, pending } = this.#state;
    // Before the first look, so that nothing is noted unheard in between.
    const stopListening = this.#channel.listen(() => this.#look());
    try {
      const stopAccounts = await accounts.watch(() => void pending.look());
      const stopPending = await pending.watch();
      const look = (): void => this.#look();
      window.addEventListener('pageshow', look);
      return () => {
        window.removeEventListener('pageshow', look);
        stopAccounts();
        stopPending();
        stopListening();
      };
    } catch (error) {
      stopListening();
      throw error;
    }
  }

  #look(): void {
    this.#state.accounts.look();
    void this.#state.pending.look();
  }
}

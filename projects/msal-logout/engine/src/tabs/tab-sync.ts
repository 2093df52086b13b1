import { accountIdentity } from '../cache/account-info';
import type { SignedInAccounts } from '../cache/signed-in-accounts';
import type { PendingSignOuts } from '../journal/pending-sign-outs';
import type { ServerTurn } from './server-turn';
import type { TabChannel, TabMessage } from './tab-channel';

/** What this tab knows, and keeps in step with the other ones. */
export interface TabState {
  readonly accounts: SignedInAccounts;
  readonly pending: PendingSignOuts;
  readonly turn: ServerTurn;
}

/** Has the tabs of an application know the same: who signs in, who signs out, and which tab talks to the server. */
export class TabSync {
  readonly #channel: TabChannel;
  readonly #state: TabState;

  constructor(channel: TabChannel, state: TabState) {
    this.#channel = channel;
    this.#state = state;
  }

  /**
   * Makes the cache readable, and keeps this tab in step from then on.
   * @param reportError told what goes wrong with what another tab has said
   * @returns ends it
   */
  async start(reportError: (error: unknown) => void): Promise<() => void> {
    const { accounts, pending, turn } = this.#state;
    const stopAccounts = await accounts.watch((signedIn) => {
      turn.forget();
      this.#tellSignedIn();
      void pending.signedIn(signedIn);
    });
    await this.#catchUp();
    if (accounts.current.length > 0) this.#tellSignedIn();
    this.#channel.listen((message) => void this.#hear(message).catch(reportError));
    const stopPending = await pending.watch(accounts.current);
    const restore = ({ persisted }: PageTransitionEvent): void => {
      if (persisted) void this.#catchUp().catch(reportError);
    };
    window.addEventListener('pageshow', restore);
    return () => {
      window.removeEventListener('pageshow', restore);
      stopAccounts();
      stopPending();
      this.#channel.close();
    };
  }

  /** Follows what other tabs have done while the page was away. */
  async #catchUp(): Promise<void> {
    for (const missed of this.#channel.missed()) await this.#state.accounts.followLate(missed);
  }

  #tellSignedIn(): void {
    const accounts = this.#state.accounts.current.map(accountIdentity);
    this.#channel.send({ type: 'signed-in', accounts });
  }

  async #hear(message: TabMessage): Promise<void> {
    const { accounts, turn } = this.#state;
    switch (message.type) {
      case 'signed-in':
        accounts.admit();
        turn.forget();
        break;
      case 'signing-out':
        accounts.expect(message);
        break;
      case 'at-server':
        turn.note(message.accounts);
        break;
      case 'signed-out':
        await accounts.follow(message);
    }
  }
}

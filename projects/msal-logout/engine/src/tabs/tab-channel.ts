import type { AccountIdentity } from '../cache/account-info';

/** Who is signed out by another tab. */
export interface TabSignOut {
  readonly correlationId: string;
  readonly accounts: readonly AccountIdentity[];
  readonly everyone: boolean;
}

/** What the tabs of an application tell each other; identities only, never a token or a name. */
export type TabMessage =
  | ({ readonly type: 'signing-out' | 'signed-out' } & TabSignOut)
  | { readonly type: 'signed-in'; readonly accounts: readonly AccountIdentity[] };

/** Port to the other tabs of the application. */
export interface TabChannel {
  /** Tells every other tab. */
  send(message: TabMessage): void;
  /** Calls `listener` with what other tabs tell, until the result is called. */
  listen(listener: (message: TabMessage) => void): () => void;
}

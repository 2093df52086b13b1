import type { AccountIdentity } from '../cache/account-info';

/** Who is signed out by another tab. */
export interface TabSignOut {
  readonly correlationId: string;
  readonly accounts: readonly AccountIdentity[];
  readonly everyone: boolean;
}

/** A sign-out of another tab while the page of this one was away. */
export interface MissedSignOut {
  readonly correlationId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly isAbout: (account: AccountIdentity) => boolean;
}

/** What the tabs of an application tell each other; identities only, never a token or a name. */
export type TabMessage =
  | ({ readonly type: 'signing-out' | 'signed-out' } & TabSignOut)
  | { readonly type: 'at-server' | 'signed-in'; readonly accounts: readonly AccountIdentity[] };

/** Port to the other tabs of the application. */
export interface TabChannel {
  /** Tells every other tab. */
  send(message: TabMessage): void;
  /** The sign-outs that this tab has missed, each once. */
  missed(): readonly MissedSignOut[];
  /** Calls `listener` with what other tabs tell. */
  listen(listener: (message: TabMessage) => void): void;
  /** Ends the listening. */
  close(): void;
}

/** The channel of a tab that keeps to itself. */
export const NO_TABS: TabChannel = {
  send: () => undefined,
  missed: () => [],
  listen: () => undefined,
  close: () => undefined,
};

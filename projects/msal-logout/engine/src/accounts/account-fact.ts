import type { Note } from '../tabs/note';
import type { TabMemory } from '../tabs/tab-channel';

/** An account in the cache. */
export interface ListedAccount {
  /** Digest of the account. */
  readonly account: string;
  /** Digest of the claims of its ID token. */
  readonly token: string;
}

/**
 * What can happen to the accounts of a tab. Accounts are named by their digests; `order` is a position among all
 * sign-ins and sign-outs of this browser.
 *
 * - `noted`: a sign-out or a sign-in, of this tab or another one, of now or of a day ago; repeating it changes nothing
 * - `recalled`: a page starts, in a tab whose earlier pages remember something
 * - `listed`: these accounts, and no others, are in the cache
 * - `kept`: an account is in the cache of this tab since `order`: its sign-in has just ended here, or it could not be cleared
 * - `request-began`: a token request without a person in front of it begins here, for an account or for whoever has a session
 * - `request-ended`: it has brought a token of the account, or failed
 */
export type AccountFact =
  | { readonly type: 'noted'; readonly note: Note }
  | { readonly type: 'recalled'; readonly memory: TabMemory; readonly order: number }
  | { readonly type: 'listed'; readonly accounts: readonly ListedAccount[]; readonly order: number }
  | { readonly type: 'kept'; readonly account: string; readonly order: number }
  | {
      readonly type: 'request-began';
      readonly id: string;
      readonly account: string | null;
      readonly order: number;
    }
  | { readonly type: 'request-ended'; readonly id: string };

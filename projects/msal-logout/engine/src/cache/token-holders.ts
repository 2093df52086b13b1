import { isMicrosoftHost } from '../endpoint/microsoft-clouds';
import type { AccountIdentity } from './account-info';
import { CREDENTIAL_KIND, withoutLayout } from './account-keys';
import type { KeyMap } from './key-map';
import { listedKeys } from './key-map';

/** Tells whose tokens MSAL's lists name: the accounts are shared by all clients of the origin, the tokens are not. */
export class TokenHolders {
  /** Home account id and environment of the accounts that this client has tokens of. */
  readonly #own: ReadonlySet<string>;
  readonly #others: ReadonlySet<string>;

  constructor(maps: readonly KeyMap[], clientId: string) {
    const tokens = maps.filter((map) => map.clientId !== '');
    this.#own = accountsOf(tokens.filter((map) => map.clientId === clientId));
    this.#others = accountsOf(tokens.filter((map) => map.clientId !== clientId));
  }

  /** Whether only other clients have tokens of the account whose entry, or token, is under `key`. */
  isForeign(key: string): boolean {
    const isOthers = beginnings(key).some((id) => this.#others.has(id));
    return isOthers && this.ownAccount(key) === undefined;
  }

  /** The account whose entry, or token, is under `key`, if this client has tokens of it; equal for equal accounts. */
  ownAccount(key: string): string | undefined {
    return beginnings(key).find((id) => this.#own.has(id));
  }

  /**
   * Whether an account is of no use to this client: only others have tokens of it, and it is at another provider than
   * `authority`. One at the same provider is signed in for every client, as MSAL sees it.
   */
  isElsewhere(
    { homeAccountId, environment }: Pick<AccountIdentity, 'homeAccountId' | 'environment'>,
    authority: URL | null,
  ): boolean {
    if (!authority || environment.toLowerCase() === authority.host) return false;
    if (isMicrosoftHost(environment.toLowerCase()) && isMicrosoftHost(authority.host)) return false;
    const id = withoutLayout(`${homeAccountId}-${environment}`);
    return this.#others.has(id) && !this.#own.has(id);
  }
}

function accountsOf(maps: readonly KeyMap[]): ReadonlySet<string> {
  const accounts = new Set<string>();
  for (const map of maps) {
    for (const key of listedKeys(map)) {
      const text = withoutLayout(key);
      for (const { index } of text.matchAll(CREDENTIAL_KIND)) accounts.add(text.slice(0, index));
    }
  }
  return accounts;
}

/** What may be the home account id and environment at the beginning of a key: they can have separators in them. */
function beginnings(key: string): readonly string[] {
  const text = withoutLayout(key);
  return [...text.matchAll(/-/g)].map(({ index }) => text.slice(0, index));
}

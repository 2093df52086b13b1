import { attempt } from '../attempt';
import { parseJsonObject } from '../json-object';
import { newGuid } from '../request/guid';
import type { TabLock } from '../tabs/tab-lock';
import { INTERACTION_STATUS } from './interaction-status';

/** What it takes, in milliseconds, until a tab that has written its name has the lock that proves it alive. */
const SETTLING = 300;

/**
 * Who holds the lock, for MSAL: with its own client id, an MSAL 4 that starts in another tab would take it for its own,
 * and give it back.
 */
const CLIENT_ID = 'end-session';

/**
 * MSAL's interaction lock in localStorage, where all tabs have one: it names the pages that sign out, and is held as long as
 * one of them is there. A page proves that by a lock between tabs, `end-session.page.<id>`, and takes its name off when
 * it goes.
 */
export class SharedInteractionLock {
  readonly #tabLock: TabLock;
  /** What this page is called while it holds the lock: another name each time, because proofs are not free at once. */
  #id = '';
  readonly #leave = (): void => this.release();
  /** Gives back what proves that this page is alive. */
  #own: Promise<(() => void) | null> | null = null;

  constructor(tabLock: TabLock) {
    this.#tabLock = tabLock;
  }

  /** Whether a sign-in holds the lock. */
  get isOfSignIn(): boolean {
    const held = read();
    return held !== null && ownersIn(held) === null;
  }

  /** Takes the lock, from whoever has it; sign-outs of several tabs have it together. */
  take(): void {
    this.#id ||= newGuid();
    this.#write([...(ownersIn(read()) ?? []), this.#id]);
    const name = ownership(this.#id);
    // Not before a popup is open: Chromium may grant the lock while it opens one, and cannot say so then.
    this.#own ??= Promise.resolve()
      .then(() => this.#tabLock.take(name))
      .catch(() => null);
    window.addEventListener('pagehide', this.#leave);
  }

  release(): void {
    window.removeEventListener('pagehide', this.#leave);
    this.#remove([this.#id]);
    void this.#own?.then((release) => release?.());
    this.#own = null;
    this.#id = '';
  }

  /** Takes pages off the lock that have crashed. One that has just written its name is given time to prove itself. */
  async clean(): Promise<void> {
    const dead = await this.#deadAmong(this.#others());
    if (dead.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, SETTLING));
    this.#remove(await this.#deadAmong(dead));
  }

  #others(): readonly string[] {
    return (ownersIn(read()) ?? []).filter((owner) => owner !== this.#id);
  }

  async #deadAmong(owners: readonly string[]): Promise<readonly string[]> {
    // Where nobody can tell, a lock that stayed for ever would be worse than one that is given up too soon.
    const held = await this.#tabLock.held().catch((): readonly string[] => []);
    return owners.filter((owner) => !held.includes(ownership(owner)));
  }

  #remove(gone: readonly string[]): void {
    const owners = ownersIn(read());
    if (!owners?.some((owner) => gone.includes(owner))) return;
    this.#write(owners.filter((owner) => !gone.includes(owner)));
  }

  /** In the form of MSAL 4, with the pages in addition. MSAL 3 takes any value for a lock. */
  #write(owners: readonly string[]): void {
    attempt(() => {
      if (owners.length === 0) localStorage.removeItem(INTERACTION_STATUS);
      else {
        const value = { clientId: CLIENT_ID, type: 'signout', owners: [...new Set(owners)] };
        localStorage.setItem(INTERACTION_STATUS, JSON.stringify(value));
      }
    }, undefined);
  }
}

function read(): string | null {
  return attempt(() => localStorage.getItem(INTERACTION_STATUS), null);
}

/** The pages whose sign-outs hold the lock; `null` when it is none of a sign-out. */
function ownersIn(held: string | null): readonly string[] | null {
  const { type, owners } = parseJsonObject(held);
  if (type !== 'signout') return null;
  return Array.isArray(owners) ? owners.filter((owner) => typeof owner === 'string') : [];
}

function ownership(id: string): string {
  return `end-session.page.${id}`;
}

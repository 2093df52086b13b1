import { attempt } from '../attempt';
import { parseJsonObject } from '../json-object';
import { fingerprint } from './fingerprint';
import type { MissedSignOut, TabSignOut } from './tab-channel';

/** In localStorage, the sign-outs of a day. Neither "msal" nor a client id may be in it: MSAL deletes such keys. */
const MAIL = 'end-session.mail';
/** In sessionStorage, until when the tab has heard everything, in milliseconds since 1970. */
const HEARD_UNTIL = 'end-session.heard-until';
const LIFETIME = 24 * 60 * 60 * 1000;

interface Mail {
  /** What the tabs know each other by. */
  readonly name: string;
  readonly correlationId: string;
  readonly everyone: boolean;
  /** Fingerprints of accounts: after a sign-out nothing in the browser names who it was. */
  readonly people: readonly unknown[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Keeps sign-outs for tabs whose page is away: a channel reaches only those that are loaded. */
export class TabMailbox {
  readonly #name: string;

  /** @param name what the tabs know each other by */
  constructor(name: string) {
    this.#name = name;
  }

  put({ correlationId, everyone, accounts }: TabSignOut): void {
    const people = accounts.map(fingerprint);
    const mail = { name: this.#name, correlationId, everyone, people, at: Date.now() };
    attempt(
      () => localStorage.setItem(MAIL, JSON.stringify({ mail: [...readMail(), mail] })),
      undefined,
    );
  }

  /** What this tab has missed since it last called this or {@link leave}; nothing when it is new. */
  collect(): readonly MissedSignOut[] {
    const heardUntil = attempt(() => sessionStorage.getItem(HEARD_UNTIL), null);
    this.leave();
    if (heardUntil === null) return [];
    return readMail()
      .filter(({ name, at }) => name === this.#name && at >= Number(heardUntil))
      .map(({ correlationId, everyone, people, at }) => ({
        correlationId,
        at,
        isAbout: (account) => everyone || people.includes(fingerprint(account)),
      }));
  }

  /** The page goes away: this tab has heard everything until now. */
  leave(): void {
    attempt(() => sessionStorage.setItem(HEARD_UNTIL, String(Date.now())), undefined);
  }
}

function readMail(): readonly Mail[] {
  const { mail } = parseJsonObject(attempt(() => localStorage.getItem(MAIL), null));
  return Array.isArray(mail) ? mail.filter(isMail) : [];
}

function isMail(value: unknown): value is Mail {
  if (typeof value !== 'object' || value === null) return false;
  const { correlationId, people, at } = value as Record<string, unknown>;
  const isRecent = typeof at === 'number' && Math.abs(Date.now() - at) < LIFETIME;
  return isRecent && typeof correlationId === 'string' && Array.isArray(people);
}

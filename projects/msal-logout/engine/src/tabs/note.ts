/** Stands for all accounts in {@link Note.about}. */
export const ALL_ACCOUNTS = '*';

/** Of what kind a {@link Note} is. */
export const NOTE_TYPES = ['signed-out', 'signed-in', 'returned', 'dismissed'] as const;

/**
 * Something that every tab of this browser has to know about accounts, also a tab whose page is away.
 *
 * - `signed-out`: a sign-out clears these accounts
 * - `signed-in`: somebody has signed in with them
 * - `returned`: the provider has answered a sign-out of them
 * - `dismissed`: the application has dismissed an interrupted sign-out of them
 *
 * Notes carry digests of accounts: after a sign-out nothing in the browser names who it was.
 */
export interface Note {
  readonly type: (typeof NOTE_TYPES)[number];
  /** Unique; of a sign-out that has returned or was dismissed, the id inside its `state` parameter. */
  readonly id: string;
  /** Digests of the accounts, or {@link ALL_ACCOUNTS}. */
  readonly about: readonly string[];
  /** Position among all sign-ins and sign-outs of this browser. */
  readonly order: number;
  /** The correlation id of the sign-out; empty for a sign-in. */
  readonly correlationId: string;
  /** Of `signed-out`, which tabs follow it: those that use the same name. Of a return, the client id; else empty. */
  readonly group: string;
  /** Unix time in milliseconds; decides only when the note expires. */
  readonly at: number;
}

const DAY = 24 * 60 * 60 * 1000;

/** Sign-outs count for a day. What answers one is kept longer, so that it outlives it on a clock that was moved. */
const LIFETIME = { 'signed-out': DAY, 'signed-in': 2 * DAY, returned: 2 * DAY, dismissed: 2 * DAY };

/** Whether a note from elsewhere is whole. */
export function isNote(value: unknown): value is Note {
  if (typeof value !== 'object' || value === null) return false;
  const { type, id, about, order, correlationId, group, at } = value as Partial<
    Record<keyof Note, unknown>
  >;
  return (
    NOTE_TYPES.some((known) => known === type) &&
    [id, correlationId, group].every((text) => typeof text === 'string') &&
    [order, at].every(Number.isSafeInteger) &&
    Array.isArray(about) &&
    about.every((digest) => typeof digest === 'string')
  );
}

/** Whether a note is too old to count; by a clock that was moved far, in either direction. */
export function isExpired({ type, at }: Note): boolean {
  return Math.abs(Date.now() - at) >= LIFETIME[type];
}

/** Whether `old` says nothing that `later` does not say, too. */
export function isSuperseded(old: Note, later: Note): boolean {
  return (
    old.type === later.type &&
    old.group === later.group &&
    old.order <= later.order &&
    old.about.every((digest) => later.about.includes(digest))
  );
}

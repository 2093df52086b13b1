/**
 * How long a sign-out may be on its way before another page tells that it was cut off, in milliseconds: as in the
 * engine's `journal/pending-sign-outs.ts`.
 */
export const ON_THE_WAY = 5_000;

/** How long, in milliseconds, it takes until every tab sees what another one has written. */
export const SETTLING = 250;

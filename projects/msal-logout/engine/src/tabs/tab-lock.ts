/** Port to what only one tab of the browser may do at a time. */
export interface TabLock {
  /**
   * Takes the lock `name`, unless a tab holds one that conflicts with it; no other tab comes in between.
   * @param conflicts whether a lock that is held, by its name, rules this one out; without it, none does
   * @returns releases it; so does the end of the page. `null` when it was not taken.
   */
  take(name: string, conflicts?: (held: string) => boolean): Promise<(() => void) | null>;

  /** The names of the locks of this library that a tab holds. */
  held(): Promise<readonly string[]>;
}

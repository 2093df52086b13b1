/** Port to what only one tab of the browser may do at a time. */
export interface TabLock {
  /**
   * Takes the lock `name`, if no tab has it.
   * @returns gives it back; so does the end of the page. `null` when it is taken.
   */
  take(name: string): Promise<(() => void) | null>;

  /** Whether a tab has the lock `name`; asks without taking it, which would look taken to who asks meanwhile. */
  isTaken(name: string): Promise<boolean>;
}

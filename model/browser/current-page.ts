/** Which page runs: the engine's globals are those of this page. At most one runs at a time. */
import type { Page } from './page';

let current: Page | null = null;

/** Has the globals be those of `page`; of nobody with `null`. */
export function enter(page: Page | null): void {
  current = page;
}

/** The page that runs, or none. */
export function runningPage(): Page | null {
  return current;
}

/**
 * The page that runs.
 * @throws Error when none does
 */
export function currentPage(): Page {
  if (!current) throw new Error('This is asked for while no page runs.');
  return current;
}

import type { BrowserContext, Page, Route } from '@playwright/test';

/** Requests that are held back on their way to the server. */
export interface HeldBack {
  /** How many there are. */
  readonly count: number;
  /** Lets them go on, with `query` if it is given, and all that follow. */
  release(query?: string): Promise<void>;
}

/** Holds back every request of `page` to `url` that is not released. */
export async function holdBack(page: Page, url: string): Promise<HeldBack> {
  const held: Route[] = [];
  let isOpen = false;
  await page.route(url, (route) => {
    if (isOpen) return route.continue();
    held.push(route);
    return undefined;
  });
  return {
    get count() {
      return held.length;
    },
    async release(query = '') {
      isOpen = true;
      await Promise.all(
        held.map((route) => route.continue({ url: route.request().url() + query })),
      );
    },
  };
}

/** Holds back the first request to `url`, for good; `first` has it once it is there. Those after it go on. */
export async function holdFirst(
  target: BrowserContext | Page,
  url: string,
): Promise<{ readonly first: Promise<Route> }> {
  let hold: ((route: Route) => void) | undefined;
  const first = new Promise<Route>((resolve) => (hold = resolve));
  await target.route(url, (route) => {
    if (!hold) return route.continue();
    hold(route);
    hold = undefined;
    return undefined;
  });
  return { first };
}

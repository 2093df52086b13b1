import { DOCUMENT, Location } from '@angular/common';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import type { NavigationClient, NavigationOptions } from 'msal-logout/engine';

/** Moves within the application by the Router, hash routes too; leaves all else to `own`. */
class RouterNavigation implements NavigationClient {
  readonly #own: NavigationClient;
  readonly #router: Router;
  readonly #base: string;

  /** @param base the address that every route of the application begins with */
  constructor(own: NavigationClient, router: Router, base: string) {
    this.#own = own;
    this.#router = router;
    this.#base = base;
  }

  navigateExternal(url: string, options: NavigationOptions): Promise<boolean> {
    return this.#own.navigateExternal(url, options);
  }

  async navigateInternal(url: string, options: NavigationOptions): Promise<boolean> {
    if (!url.startsWith(this.#base)) return this.#own.navigateInternal(url, options);
    const route = `/${url.slice(this.#base.length)}`;
    await this.#router.navigateByUrl(route, { replaceUrl: options.noHistory });
    return false;
  }
}

/** Has moves within the application go through the Router, if there is one. */
export function injectNavigation(): (own: NavigationClient) => NavigationClient {
  const router = inject(Router, { optional: true });
  if (!router) return (own) => own;
  const { baseURI } = inject(DOCUMENT);
  const base = new URL(inject(Location).prepareExternalUrl('/'), baseURI).href;
  return (own) => new RouterNavigation(own, router, base);
}

import { DOCUMENT, Location } from '@angular/common';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import type { NavigationClient, NavigationOptions } from 'msal-logout/engine';

/** Moves within the application by the Router, hash routes too; leaves all else to `own`. */
class RouterNavigation implements NavigationClient {
  readonly #own: NavigationClient;
  readonly #router: Router;
  readonly #location: Location;
  readonly #document: Document;

  constructor(own: NavigationClient, router: Router, location: Location, document: Document) {
    this.#own = own;
    this.#router = router;
    this.#location = location;
    this.#document = document;
  }

  navigateExternal(url: string, options: NavigationOptions): Promise<boolean> {
    return this.#own.navigateExternal(url, options);
  }

  async navigateInternal(url: string, options: NavigationOptions): Promise<boolean> {
    const base = this.#base();
    if (!url.startsWith(base)) return this.#own.navigateInternal(url, options);
    const route = `/${url.slice(base.length)}`;
    await this.#router.navigateByUrl(route, { replaceUrl: options.noHistory });
    return false;
  }

  /** The address that every route begins with. Not asked for earlier: the document of a server has none. */
  #base(): string {
    return new URL(this.#location.prepareExternalUrl('/'), this.#document.baseURI).href;
  }
}

/** Has moves within the application go through the Router, if there is one. */
export function injectNavigation(): (own: NavigationClient) => NavigationClient {
  const router = inject(Router, { optional: true });
  if (!router) return (own) => own;
  const location = inject(Location);
  const document = inject(DOCUMENT);
  return (own) => new RouterNavigation(own, router, location, document);
}

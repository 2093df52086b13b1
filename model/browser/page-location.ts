/** The address bar of a page, as its scripts see it. */
import type { Page } from './page';

/** `window.location`. */
export class PageLocation {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get href(): string {
    return this.#page.url;
  }

  get origin(): string {
    return new URL(this.#page.url).origin;
  }

  get pathname(): string {
    return new URL(this.#page.url).pathname;
  }

  get search(): string {
    return new URL(this.#page.url).search;
  }

  get hash(): string {
    return new URL(this.#page.url).hash;
  }

  assign(url: string): void {
    this.#page.browser.navigate(this.#page.tab, new URL(url, this.#page.url).href);
  }

  replace(url: string): void {
    this.assign(url);
  }

  reload(): void {
    this.#page.browser.navigate(this.#page.tab, this.#page.url);
  }
}

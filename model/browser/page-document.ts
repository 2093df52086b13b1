/** The document of a page, with the members that the engine uses. */
import type { Page } from './page';

/** What a page's scripts have as `document`. A class: getters of object literals are slow to make. */
export class PageDocument {
  readonly cookie = '';
  readonly addEventListener: Page['events']['addEventListener'];
  readonly removeEventListener: Page['events']['removeEventListener'];
  readonly #page: Page;

  constructor(page: Page) {
    const { documentEvents } = page;
    this.#page = page;
    this.addEventListener = documentEvents.addEventListener.bind(documentEvents);
    this.removeEventListener = documentEvents.removeEventListener.bind(documentEvents);
  }

  get visibilityState(): 'visible' | 'hidden' {
    return this.#page.visibility;
  }

  get hidden(): boolean {
    return this.#page.visibility === 'hidden';
  }

  get baseURI(): string {
    return this.#page.url;
  }

  hasFocus(): boolean {
    return this.#page.visibility === 'visible';
  }
}

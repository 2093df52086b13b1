import type { NavigationClient, NavigationOptions } from 'msal-logout/engine';

/** Notes navigations instead of making them. */
export class FakeNavigation implements NavigationClient {
  readonly external: { readonly url: string; readonly options: NavigationOptions }[] = [];
  readonly internal: string[] = [];
  /** What became of the navigation; by default the page is left and nothing comes back. */
  answer: () => Promise<boolean> = () => new Promise(() => undefined);
  onExternal: (() => void) | undefined;

  navigateExternal(url: string, options: NavigationOptions): Promise<boolean> {
    this.external.push({ url, options });
    this.onExternal?.();
    return this.answer();
  }

  navigateInternal(url: string): Promise<boolean> {
    this.internal.push(url);
    return this.answer();
  }
}

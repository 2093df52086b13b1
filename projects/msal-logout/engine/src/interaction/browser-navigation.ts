import type { NavigationClient, NavigationOptions } from './navigation-client';

/** Navigates the window itself. */
export class BrowserNavigation implements NavigationClient {
  navigateInternal(url: string, options: NavigationOptions): Promise<boolean> {
    return navigate(url, options);
  }

  navigateExternal(url: string, options: NavigationOptions): Promise<boolean> {
    return navigate(url, options);
  }
}

function navigate(url: string, { noHistory, timeout }: NavigationOptions): Promise<boolean> {
  if (noHistory) window.location.replace(url);
  else window.location.assign(url);
  return new Promise((resolve) => setTimeout(resolve, timeout, true));
}

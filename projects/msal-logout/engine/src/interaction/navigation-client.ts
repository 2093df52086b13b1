/** What a navigation is for; the numbers and names are those of MSAL's `NavigationOptions`. */
export interface NavigationOptions {
  /** MSAL's number of the call that navigates: 961 for a redirect sign-out, 962 for a popup one. */
  readonly apiId: number;
  /** How long, in milliseconds, the page may take to be left. */
  readonly timeout: number;
  /** Whether the entry in the browser's history is replaced. */
  readonly noHistory: boolean;
}

/** MSAL's `ApiId` of the two sign-outs that navigate. */
export const API_ID = { logoutRedirect: 961, logoutPopup: 962 } as const;

/**
 * Port to the address bar, in the shape of MSAL's `INavigationClient`, so an application can pass its own.
 *
 * A promise that settles means that the page is still here: with `false` because it will stay, otherwise
 * because the time is up.
 */
export interface NavigationClient {
  /** Moves within the application. */
  navigateInternal(url: string, options: NavigationOptions): Promise<boolean>;
  /** Leaves for another site. */
  navigateExternal(url: string, options: NavigationOptions): Promise<boolean>;
}

import type * as engine from 'msal-logout/engine';
import type { Msal } from './msal';

/** Set by a test before the page's own scripts run. */
export interface HarnessOptions {
  readonly cacheLocation: 'localStorage' | 'sessionStorage' | 'memoryStorage';
  /** How the pages with a router write routes; into the path mostly. */
  readonly routing: 'path' | 'hash';
  /** Whether the pages with a router resume by themselves what was cut off; they ask by default. */
  readonly resume?: 'ask' | 'auto';
}

/** Set for the pages with a router, beside the others. */
export interface RouterOptions {
  /** Where they send people who are signed out. */
  readonly signedOutRoute: '/signed-out' | '/lazy-signed-out';
}

/** What is to go wrong in a page. */
export interface Faults {
  /** Overrides of the configuration; they count from the start of the page on. */
  endSession?: engine.EndSessionOverrides;
  /** What the application cleans up; the sign-out waits for it. */
  task?: engine.SignOutTask;
  /** In place of leaving the page. */
  navigateExternal?: engine.NavigationClient['navigateExternal'];
}

declare global {
  interface Window {
    harnessOptions: HarnessOptions & Partial<RouterOptions>;
    /** Only in tests of faults. */
    faults?: Faults;
    /** Not on the pages without MSAL. */
    msal: Msal;
    /** Called with MSAL before it is initialized; set by tests of MSAL's own events. */
    msalCreated?: (msal: Msal) => void;
    engine: typeof engine;
    client: engine.EndSessionClient;
    /** Keeps the events of a client. */
    record: engine.EventCallback;
    /** The events of this page, where the storage of the tab, which has them otherwise, is blocked. */
    events?: Omit<engine.MsalLogoutEvent, 'popupWindow'>[];
    /** What the sign-out that returned to this page came to. */
    logoutReturn: engine.LogoutReturn | null;
    /** The sign-outs that a test has started together, mostly one. */
    signOuts: Promise<engine.LogoutResult[]>;
    /** Whether they are over. */
    isSettled: boolean;
    /** Whom a test requests tokens for. */
    tokenAccount: engine.AccountInfo | undefined;
    /** The request for a token that a test has started. */
    tokenRequest: Promise<unknown>;
  }
}

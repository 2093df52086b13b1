/** The two kinds of Web Storage that MSAL keeps its cache in. */
export type CacheLocation = 'localStorage' | 'sessionStorage';

/** Who can sign a person out. */
export interface Candidate {
  /** What an application does when it starts: afterwards the cache is readable. */
  start(cacheLocation: CacheLocation): Promise<void>;
  /** Signs out of this browser: the person whose id this is, or everybody. */
  clearCache(person?: string): Promise<unknown>;
  /** Signs everybody out and leaves the page. */
  logoutRedirect?(): Promise<unknown>;
  /** Signs everybody out, and at the provider in a popup. */
  logoutPopup?(): Promise<unknown>;
}

declare global {
  interface Window {
    candidate: Candidate;
    /** When the page was about to be left. */
    leftAt: number | undefined;
    /** When a sign-out in a popup came to its end. */
    popupDoneAt: Promise<number> | undefined;
  }
}

/** Puts the candidate where the benchmark finds it. */
export function offer(candidate: Candidate): void {
  window.candidate = candidate;
  document.documentElement.dataset['ready'] = 'true';
}

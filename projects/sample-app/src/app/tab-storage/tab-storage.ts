/**
 * What this tab has kept under `key`, also before the page was loaded; `undefined` when that is nothing.
 *
 * Whoever reads checks what it is: another version of this app may have written it.
 */
export function readFromTab(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '') as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Keeps `value` for this tab, over page loads; where the browser refuses, it is lost with the page.
 * @param key contains neither "msal" nor the client id: MSAL's own logout removes every key that does
 */
export function keepInTab(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // What is kept is a convenience; a full or forbidden storage must not disturb a sign-out.
  }
}

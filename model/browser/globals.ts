/** Puts accessors in place of the globals that the engine uses: they give what the page has that runs. */
import { SimulatedAbortController } from './abort';
import type { Page } from './page';
import { runningPage } from './current-page';

const GLOBALS: Readonly<Record<string, (page: Page) => unknown>> = {
  window: (page) => page.window,
  self: (page) => page.window,
  document: (page) => page.document,
  location: (page) => page.window.location,
  history: (page) => page.window.history,
  localStorage: (page) => page.window.localStorage,
  sessionStorage: (page) => page.window.sessionStorage,
  navigator: (page) => page.window.navigator,
  performance: (page) => page.window.performance,
  crypto: (page) => page.window.crypto,
  BroadcastChannel: (page) => page.window.BroadcastChannel,
  setTimeout: (page) => page.window.setTimeout,
  clearTimeout: (page) => page.window.clearTimeout,
  setInterval: (page) => page.window.setInterval,
  clearInterval: (page) => page.window.clearInterval,
  addEventListener: (page) => page.window.addEventListener,
  removeEventListener: (page) => page.window.removeEventListener,
  reportError: (page) => page.window.reportError,
  AbortController: () => SimulatedAbortController,
  fetch: () => noNetwork,
  requestIdleCallback: () => undefined,
};

let areInstalled = false;

/** While no page runs, the globals are Node's. */
export function installGlobals(): void {
  if (areInstalled) return;
  areInstalled = true;
  for (const [name, find] of Object.entries(GLOBALS)) {
    let own = Reflect.get(globalThis, name) as unknown;
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get: () => {
        const page = runningPage();
        return page ? find(page) : own;
      },
      set: (value: unknown) => (own = value),
    });
  }
  const now = Date.now.bind(Date);
  Date.now = () => runningPage()?.now() ?? now();
}

function noNetwork(): never {
  throw new Error('There is no network: the scenario has to configure what would be fetched.');
}

/** Lets everything happen that the page has to do now: all microtasks, and nothing else. */
export const settle: () => Promise<void> = (() => {
  const later = setImmediate;
  return () => new Promise<void>((resolve) => later(resolve));
})();

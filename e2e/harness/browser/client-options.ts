import type { EndSessionClientOptions, NavigationClient } from 'msal-logout/engine';
import './globals';

/** What the client of a page does otherwise: nothing, but for what a test has go wrong, at any time. */
export function clientOptions(): EndSessionClientOptions {
  const { faults } = window;
  if (!faults) return {};
  return {
    endSession: faults.endSession,
    tasks: [(signOut) => faults.task?.(signOut)],
    navigation: (own): NavigationClient => ({
      navigateInternal: (url, options) => own.navigateInternal(url, options),
      navigateExternal: (url, options) =>
        faults.navigateExternal?.(url, options) ?? own.navigateExternal(url, options),
    }),
  };
}

import { MsalInstanceCache } from './cache/msal-instance-cache';
import type { MsalInstance } from './cache/msal-instance';
import { isMsalInstance } from './cache/msal-instance';
import { WebStorageCache } from './cache/web-storage-cache';
import { EndSessionClient } from './end-session-client';
import type { EndSessionFakes } from './end-session-parts';
import type { NavigationClient } from './interaction/navigation-client';
import { MsalLogoutError } from './errors/msal-logout-error';
import { SignInPopup } from './interaction/sign-in-popup';
import type {
  EndSessionConfiguration,
  EndSessionOverrides,
} from './request/end-session-configuration';
import { resolveConfiguration } from './request/resolved-configuration';
import { sourceFault } from './request/source-fault';
import { WebStorageJournal } from './sign-outs/web-storage-journal';
import { BroadcastTabChannel } from './tabs/broadcast-tab-channel';
import { WebTabLock } from './tabs/web-tab-lock';
import type { SignOutTask } from './tasks/sign-out-task';

/** What a client is to do otherwise than its source says. */
export interface EndSessionClientOptions {
  /** Overrides of the configuration, field by field. */
  readonly endSession?: EndSessionOverrides | undefined;
  /** Puts another navigation client in place of the configured one, which it is given. */
  readonly navigation?: ((own: NavigationClient) => NavigationClient) | undefined;
  /** What the application cleans up at a sign-out. */
  readonly tasks?: readonly SignOutTask[] | undefined;
  /**
   * What other tabs are told and heard on: `false` for nothing, a name for the tabs of several applications that
   * sign out together; default the client id.
   */
  readonly tabSync?: string | false | undefined;
  /** Resolves when the application can hear what there is to tell of earlier pages; default at once. */
  readonly ready?: Promise<unknown> | undefined;
  /**
   * Whether a request with a field that neither MSAL 3 to 5 nor this library knows is refused with `invalid_request`;
   * default `false`: a warning is logged.
   */
  readonly strictRequests?: boolean | undefined;
  /** Told what went wrong beside a sign-out and did not stop it, such as a task; default the browser's own. */
  readonly reportError?: ((error: unknown) => void) | undefined;
  /** Fakes of `msal-logout/testing`, in place of the real parts. */
  readonly ɵparts?: EndSessionFakes | undefined;
}

/**
 * A client that signs out of what MSAL signed in to. Touches nothing until it is used.
 * @param source a live MSAL instance; or the configuration of one, with which MSAL's cache in Web Storage is
 * cleared and no MSAL is needed
 * @returns the client; it knows of nobody before `initialize` has resolved
 * @throws MsalLogoutError `configuration_missing` when `source` is neither
 */
export function createEndSessionClient(
  source: MsalInstance | EndSessionConfiguration,
  {
    endSession = {},
    navigation = (own) => own,
    tasks = [],
    tabSync,
    ready = Promise.resolve(),
    strictRequests = false,
    reportError = (error) => globalThis.reportError(error),
    ɵparts = {},
  }: EndSessionClientOptions = {},
): EndSessionClient {
  const fault = sourceFault(source, endSession);
  if (fault) {
    throw new MsalLogoutError(
      'configuration_missing',
      '',
      `createEndSessionClient() was given ${fault}; it needs an MSAL instance or a configuration.`,
    );
  }
  const { auth, cache, system } = isMsalInstance(source) ? source.getConfiguration() : source;
  const resolved = resolveConfiguration({
    auth: { ...auth, ...endSession.auth },
    cache: { ...cache, ...endSession.cache },
    system: { ...system, ...endSession.system },
  });
  const configuration = {
    ...resolved,
    navigationClient: navigation(resolved.navigationClient),
    strictRequests,
  };
  const nameOfTabs = tabSync === false ? null : (tabSync ?? resolved.clientId);
  const { tabs = (name: string | null) => new BroadcastTabChannel(name), ...parts } = ɵparts;
  return new EndSessionClient(configuration, {
    cache: isMsalInstance(source)
      ? new MsalInstanceCache(source, reportError)
      : new WebStorageCache(configuration),
    journal: new WebStorageJournal(),
    signInPopup: new SignInPopup(isMsalInstance(source) ? source : null),
    tabLock: new WebTabLock(),
    tasks,
    ready,
    reportError,
    ...parts,
    tabs: tabs(nameOfTabs),
  });
}

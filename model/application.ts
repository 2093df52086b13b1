/** One page of an application that uses the engine, started as docs/without-angular.md says; with what it has seen. */
import type { AccountInfo } from '../projects/msal-logout/engine/src/cache/account-info';
import { EndSessionClient } from '../projects/msal-logout/engine/src/end-session-client';
import type { MsalLogoutEvent } from '../projects/msal-logout/engine/src/events/msal-logout-event';
import type { LogoutReturn } from '../projects/msal-logout/engine/src/interaction/logout-return';
import { takeLogoutReturn } from '../projects/msal-logout/engine/src/interaction/logout-return';
import { SignInPopup } from '../projects/msal-logout/engine/src/interaction/sign-in-popup';
import { WebStorageJournal } from '../projects/msal-logout/engine/src/sign-outs/web-storage-journal';
import type { EndSessionPopupRequest } from '../projects/msal-logout/engine/src/request/end-session-popup-request';
import type { EndSessionRequest } from '../projects/msal-logout/engine/src/request/end-session-request';
import type { LogoutResult } from '../projects/msal-logout/engine/src/request/logout-result';
import { resolveConfiguration } from '../projects/msal-logout/engine/src/request/resolved-configuration';
import { BroadcastTabChannel } from '../projects/msal-logout/engine/src/tabs/broadcast-tab-channel';
import { WebTabLock } from '../projects/msal-logout/engine/src/tabs/web-tab-lock';
import type { SignOutTask } from '../projects/msal-logout/engine/src/tasks/sign-out-task';
import type { Page } from './browser/page';
import { END_SESSION_ENDPOINT } from './browser/platform';
import type { CacheLocation } from './fake-account-cache';
import { FakeAccountCache } from './fake-account-cache';

/** The client of every tab that a scenario says nothing else about. */
const CLIENT_ID = 'mail-app';

/** What is the same for all pages of an application. */
export interface ApplicationSetting {
  readonly cacheLocation: CacheLocation;
  readonly tasks?: readonly SignOutTask[] | undefined;
  /** The client ids of tabs that are of another application on the same origin. */
  readonly clients?: Readonly<Record<string, string>> | undefined;
  /** Whether a page that starts resumes what was interrupted. */
  readonly resume?: 'ask' | 'auto' | undefined;
  /** How long, in milliseconds, to wait for a popup. */
  readonly popupTimeout?: number | undefined;
  /** Where the provider sends people back to; default the page, `null` for nowhere. */
  readonly postLogoutRedirectUri?: string | null | undefined;
}

/** A way to sign out that the engine offers. */
export type Verb = 'logoutRedirect' | 'logoutPopup' | 'clearCache' | 'resume';

/** One call of the engine, and what it has come to so far. */
export interface SignOutCall {
  readonly verb: Verb;
  readonly page: Page;
  /** The ids of the accounts that it names; `null` for everybody. */
  readonly named: readonly string[] | null;
  /** The ids of who was signed in then, as the page saw it. */
  readonly signedIn: readonly string[];
  /** After how many steps it was called, and settled. */
  readonly calledAt: number;
  settledAt: number | null;
  result: LogoutResult | null;
  error: unknown;
}

/** An event of the engine, and after how many steps it came. */
export interface SeenEvent {
  readonly event: MsalLogoutEvent;
  readonly page: Page;
  readonly at: number;
}

/** The scripts of one page. */
export class Application {
  readonly page: Page;
  readonly client: EndSessionClient;
  readonly cache: FakeAccountCache;
  /** What the page load was the return of. */
  readonly returned: LogoutReturn | null;
  readonly #resume: ApplicationSetting['resume'];
  isReady = false;

  /**
   * Made while its page runs.
   * @param see called with every event
   */
  constructor(page: Page, setting: ApplicationSetting, see: (event: MsalLogoutEvent) => void) {
    this.page = page;
    const { cacheLocation, tasks = [], popupTimeout, postLogoutRedirectUri } = setting;
    const { area } = page.storage;
    const clientId = setting.clients?.[page.tab.name] ?? CLIENT_ID;
    this.#resume = setting.resume;
    this.cache = new FakeAccountCache(cacheLocation, area, page.tab.session);
    const configuration = resolveConfiguration({
      auth: {
        clientId,
        authority: 'https://id.example',
        authorityMetadata: JSON.stringify({ end_session_endpoint: END_SESSION_ENDPOINT }),
        postLogoutRedirectUri,
      },
      cache: { cacheLocation },
      system: { popupBridgeTimeout: popupTimeout },
    });
    this.client = new EndSessionClient(configuration, {
      cache: this.cache,
      journal: new WebStorageJournal(),
      signInPopup: new SignInPopup(null),
      tabs: new BroadcastTabChannel(clientId),
      tabLock: new WebTabLock(),
      tasks,
      ready: Promise.resolve(),
      reportError: (error) => page.reportError(error),
    });
    this.client.addEventCallback(see);
    this.returned = takeLogoutReturn(new WebStorageJournal());
    void this.#start().catch((error: unknown) => page.reportError(error));
  }

  /** Calls the engine. */
  call(
    verb: Verb,
    request: EndSessionRequest & EndSessionPopupRequest = {},
  ): Promise<LogoutResult> {
    return verb === 'resume' ? this.client.resume() : this.client[verb](request);
  }

  async #start(): Promise<void> {
    if (this.returned?.interactionType === 'popup') {
      window.close();
      return;
    }
    if (this.returned) this.client.announceReturn(this.returned);
    await this.client.initialize();
    this.isReady = true;
    if (this.#resume === 'auto' && this.client.interrupted?.resumed === 0)
      await this.client.resume();
  }
}

/** The ids of accounts, in alphabetical order. */
export function idsOf(accounts: readonly Pick<AccountInfo, 'homeAccountId'>[]): readonly string[] {
  return accounts.map(({ homeAccountId }) => homeAccountId).sort();
}

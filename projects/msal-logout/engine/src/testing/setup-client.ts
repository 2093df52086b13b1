import type { AccountInfo } from '../cache/account-info';
import { SignInPopup } from '../interaction/sign-in-popup';
import { EndSessionClient } from '../end-session-client';
import type { MsalLogoutEvent } from '../events/msal-logout-event';
import type { EndSessionConfiguration } from '../request/end-session-configuration';
import type { EndSessionRequest } from '../request/end-session-request';
import { resolveConfiguration } from '../request/resolved-configuration';
import type { SignOutTask } from '../tasks/sign-out-task';
import { FakeAccountCache } from '../../../testing/src/fakes/fake-account-cache';
import { FakeJournal } from '../../../testing/src/fakes/fake-journal';
import { FakeNavigation } from '../../../testing/src/fakes/fake-navigation';
import { FakeTabChannel } from '../../../testing/src/fakes/fake-tab-channel';
import { FakeTabLock } from '../../../testing/src/fakes/fake-tab-lock';

/** The provider of the people in `people.ts`. */
export const END_SESSION_ENDPOINT = 'https://id.example/session/end';

export interface ClientSetup {
  readonly accounts?: readonly AccountInfo[];
  readonly auth?: Partial<EndSessionConfiguration['auth']>;
  readonly system?: EndSessionConfiguration['system'];
  readonly tasks?: readonly SignOutTask[];
  readonly strictRequests?: boolean;
}

/** A real client between fake ports. */
export function setupClient({
  accounts = [],
  auth,
  system,
  tasks = [],
  strictRequests = false,
}: ClientSetup = {}) {
  const cache = new FakeAccountCache(accounts);
  const journal = new FakeJournal();
  const tabs = new FakeTabChannel();
  const tabLock = new FakeTabLock();
  const signInPopup = new SignInPopup(null);
  const reported: unknown[] = [];
  const reportError = (error: unknown): void => void reported.push(error);
  const navigation = new FakeNavigation();
  const configuration = resolveConfiguration({
    auth: {
      clientId: 'mail-app',
      authority: 'https://id.example',
      authorityMetadata: JSON.stringify({ end_session_endpoint: END_SESSION_ENDPOINT }),
      ...auth,
    },
    system: { navigationClient: navigation, ...system },
  });
  const client = new EndSessionClient(
    { ...configuration, strictRequests },
    { cache, journal, tabs, tabLock, signInPopup, tasks, ready: Promise.resolve(), reportError },
  );
  const events: MsalLogoutEvent[] = [];
  client.addEventCallback((event) => events.push(event));
  return { client, cache, journal, tabs, tabLock, signInPopup, navigation, events, reported };
}

/** Starts a redirect and waits until the page is left; where it is left for. */
export async function leaveByRedirect(
  { client, navigation }: ReturnType<typeof setupClient>,
  request?: EndSessionRequest,
): Promise<URL> {
  const left = new Promise<void>((resolve) => (navigation.onExternal = resolve));
  void client.logoutRedirect(request);
  await left;
  return new URL(navigation.external[0]?.url ?? '');
}

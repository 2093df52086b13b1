import { EventType } from '../events/event-type';
import { WebStorageJournal } from '../sign-outs/web-storage-journal';
import { entryOf } from '../testing/journal-entry';
import type { EndSessionPopupRequest } from '../request/end-session-popup-request';
import { encodeState } from '../request/library-state';
import { FakePopup } from '../../../testing/src/fakes/fake-popup';
import { ADA, ALAN } from '../testing/people';
import type { ClientSetup } from '../testing/setup-client';
import { END_SESSION_ENDPOINT, setupClient } from '../testing/setup-client';
import { completeLogout } from './logout-return';
import type { NavigationOptions } from './navigation-client';

/** The ids are those of docs/msal-cases.md. */

const { LOGOUT_START, ACCOUNTS_CLEARED, POPUP_OPENED } = EventType;
const { LOGOUT_SUCCESS, LOGOUT_FAILURE, SERVER_SIGN_OUT_CONFIRMED, LOGOUT_END } = EventType;
const PAGE = 'http://localhost/app';
const LOCK = '{"clientId":"mail-app","type":"signout"}';

const lock = (): string | null => sessionStorage.getItem('msal.interaction.status');

interface Opening {
  readonly url: string;
  readonly name: string;
  readonly features: string;
}

/** A client with two people, on a page whose popups open. */
function setupPopup(setup: ClientSetup = {}) {
  sessionStorage.clear();
  window.history.replaceState(null, '', PAGE);
  const popup = new FakePopup();
  const openings: Opening[] = [];
  const open = (url?: string | URL, name = '', features = ''): Window => {
    openings.push({ url: String(url), name, features });
    return popup as unknown as Window;
  };
  jest.spyOn(window, 'open').mockImplementation(open);
  const ports = setupClient({ accounts: [ADA, ALAN], ...setup });
  const away = new Promise<void>((resolve) => {
    ports.client.addEventCallback(({ eventType }) => {
      // Told right before the popup leaves.
      if (eventType === POPUP_OPENED) setTimeout(resolve);
    });
  });
  const types = () => ports.events.map(({ eventType }) => eventType);
  return { ...ports, popup, openings, open, away, types };
}

/** Signs out in a popup that the user closes at the provider. */
async function signOutAndClose(
  { client, popup, away }: ReturnType<typeof setupPopup>,
  request?: EndSessionPopupRequest,
) {
  const result = client.logoutPopup(request);
  await away;
  popup.close();
  return result;
}

afterEach(() => jest.restoreAllMocks());

it('C107 signs out once, and comes to a result', async () => {
  const setup = setupPopup();
  await expect(signOutAndClose(setup)).resolves.toMatchObject({ local: 'cleared' });

  expect(setup.openings).toHaveLength(1);
  expect(setup.navigation.internal).toEqual([]);
  expect(setup.types()).toEqual([
    LOGOUT_START,
    ACCOUNTS_CLEARED,
    POPUP_OPENED,
    LOGOUT_SUCCESS,
    LOGOUT_END,
  ]);
});

it('C109 opens blank in the task of the call, and is sent to the provider afterwards', async () => {
  const { client, popup, openings, away, events } = setupPopup();
  const result = client.logoutPopup();

  expect(openings).toMatchObject([{ url: 'about:blank' }]);
  expect(events).toEqual([]);
  await away;
  expect(popup.sentTo).toContain(`${END_SESSION_ENDPOINT}?`);
  popup.close();
  await result;
});

it.each([
  ['navigatePopups', { navigatePopups: false }] as const,
  ['asyncPopups', { asyncPopups: true }] as const,
])('C110 opens at the end-session address after clearing, where %s says so', async (_, system) => {
  const setup = setupPopup({ system });
  const cleared: unknown[] = [];
  jest.spyOn(window, 'open').mockImplementation((...opening) => {
    cleared.push(setup.cache.getAllAccounts());
    return setup.open(...opening);
  });
  const result = signOutAndClose(setup);

  expect(setup.openings).toEqual([]);
  expect(await result).toMatchObject({ reason: 'popup_closed' });
  expect(setup.openings).toMatchObject([
    {
      url: expect.stringContaining(`${END_SESSION_ENDPOINT}?`) as string,
      name: expect.stringMatching(/^msal\.mail-app\./) as string,
    },
  ]);
  expect(cleared).toEqual([[]]);
});

it.each([
  ['C112', 'post_logout_redirect_uri', 'http://localhost/bye', { postLogoutRedirectUri: '/bye' }],
  ['C113', 'post_logout_redirect_uri', 'https://app.example/configured', undefined],
  ['C115', 'logout_hint', 'test@user.example', { logoutHint: 'test@user.example' }],
  ['C116', 'logout_hint', 'ada', { account: ADA }],
])('%s sends the popup with %s %p', async (_, name, value, request) => {
  const setup = setupPopup({ auth: { postLogoutRedirectUri: 'https://app.example/configured' } });
  await signOutAndClose(setup, request);

  expect(new URL(setup.popup.sentTo ?? '').searchParams.get(name)).toBe(value);
});

it('C118 moves the main window within the application when the popup is done', async () => {
  const setup = setupPopup();
  const moved: [url: string, options: NavigationOptions, popupClosed: boolean][] = [];
  Object.assign(setup.navigation, {
    navigateInternal: (url: string, options: NavigationOptions) => {
      moved.push([url, options, setup.popup.closed]);
      return Promise.resolve(false);
    },
  });
  await signOutAndClose(setup, { mainWindowRedirectUri: '/home' });

  expect(moved).toEqual([
    ['http://localhost/home', expect.objectContaining({ apiId: 962, noHistory: false }), true],
  ]);
});

it('C119 is signed out here when the user closes the popup, and says so at once', async () => {
  const setup = setupPopup();
  const result = setup.client.logoutPopup();
  await setup.away;
  setup.popup.close();
  const closed = Date.now();

  expect(await result).toMatchObject({ server: 'unconfirmed', reason: 'popup_closed' });
  expect(Date.now() - closed).toBeLessThan(1_000);
  expect(setup.cache.getAllAccounts()).toEqual([]);
});

it.each([
  [
    'C124',
    { popupSize: { width: 300, height: 200 }, popupPosition: { top: 10, left: 20 } },
    'width=300, height=200, top=10, left=20, scrollbars=yes',
  ],
  ['C125', {}, 'width=483, height=600, top=250, left=400, scrollbars=yes'],
])('%s opens with the attributes %j as %s', async (_, popupWindowAttributes, features) => {
  const setup = setupPopup();
  const place = { screenX: 100, screenY: 50, outerWidth: 1083, outerHeight: 1000 };
  const parent = { open: setup.open, ...place } as unknown as Window;
  await signOutAndClose(setup, { popupWindowAttributes, popupWindowParent: parent });

  expect(setup.openings).toMatchObject([{ features }]);
});

it.each([
  [
    'with our state',
    (sent: URL) => `${PAGE}/back?state=${encodeURIComponent(sent.searchParams.get('state') ?? '')}`,
    'confirmed',
  ],
  ['without a state, at the post-logout page', () => `${PAGE}?x=1`, 'unconfirmed'],
])('C133 ends, and closes the popup, when it is back %s', async (_, backAt, server) => {
  const { client, popup, away, types } = setupPopup();
  const result = client.logoutPopup();
  await away;
  popup.seenAt = backAt(new URL(popup.sentTo ?? ''));

  expect(await result).toMatchObject({ server });
  expect(popup.closed).toBe(true);
  expect(lock()).toBeNull();
  expect(types().filter((it) => it !== SERVER_SIGN_OUT_CONFIRMED)).toEqual([
    LOGOUT_START,
    ACCOUNTS_CLEARED,
    POPUP_OPENED,
    LOGOUT_SUCCESS,
    LOGOUT_END,
  ]);
});

it('C136 names the popup after client, account and correlation id', async () => {
  const setup = setupPopup();
  await signOutAndClose(setup, { account: ADA, correlationId: 'c-1' });

  expect(setup.openings).toMatchObject([{ name: 'msal.mail-app.ada.c-1' }]);
});

it('C145 closes the popup and gives the lock back when there is nowhere to send it', async () => {
  jest.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'));
  const { client, popup, cache, types } = setupPopup();
  const result = await client.logoutPopup({ account: ADA, authority: 'https://other.example' });

  expect(result).toMatchObject({ server: 'failed', reason: 'endpoint_unavailable' });
  expect(cache.getAllAccounts()).toEqual([ALAN]);
  expect([popup.closed, lock()]).toEqual([true, null]);
  expect(types()).toEqual([LOGOUT_START, ACCOUNTS_CLEARED, LOGOUT_SUCCESS, LOGOUT_END]);
});

it('C145 closes the popup and gives the lock back when the clearing fails', async () => {
  const { client, popup, cache, types } = setupPopup();
  cache.stuck = true;

  await expect(client.logoutPopup()).rejects.toMatchObject({ code: 'cache_clear_failed' });
  expect([popup.closed, popup.sentTo, lock()]).toEqual([true, null, null]);
  expect(types()).toEqual([LOGOUT_START, LOGOUT_FAILURE, LOGOUT_END]);
});

it('C151 holds the lock as long as the popup is open, also when everybody is signed out', async () => {
  const { client, popup, away } = setupPopup();
  const result = client.logoutPopup();
  await away;

  expect(lock()).toBe(LOCK);
  await expect(client.logoutRedirect()).rejects.toMatchObject({ code: 'interaction_in_progress' });
  popup.close();
  await result;
  expect(lock()).toBeNull();
});

it('C251 goes on, and closes the popup, when a listener throws', async () => {
  jest.spyOn(globalThis, 'reportError').mockImplementation(() => undefined);
  const { client, popup, cache, away } = setupPopup();
  client.addEventCallback(() => {
    throw new Error('a listener of the app');
  });
  const result = client.logoutPopup();
  await away;
  popup.seenAt = PAGE;

  expect(await result).toMatchObject({ local: 'cleared', server: 'unconfirmed' });
  expect(cache.getAllAccounts()).toEqual([]);
  expect([popup.closed, lock()]).toEqual([true, null]);
});

it('C050 closes a popup that has come back, before anything can be started in it', async () => {
  const stateId = 's-1';
  const state = encodeState({ id: stateId, interactionType: 'popup' });
  new WebStorageJournal().write(entryOf({ stateId, postLogoutRedirectUri: PAGE }));
  window.history.replaceState(null, '', `${PAGE}?state=${encodeURIComponent(state)}`);
  const opener = new BroadcastChannel(stateId);
  const heard = new Promise((resolve) => opener.addEventListener('message', resolve));
  const close = jest.spyOn(window, 'close').mockImplementation(() => undefined);
  const returned = completeLogout();

  expect(close).toHaveBeenCalledTimes(1);
  await heard;
  expect(await returned).toMatchObject({ interactionType: 'popup' });
});

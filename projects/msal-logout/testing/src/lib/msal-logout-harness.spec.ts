import { ApplicationInitStatus } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { MsalLogoutFeature } from 'msal-logout';
import { MsalLogoutService, withEndSession, withoutTabSync, withSignOutTasks } from 'msal-logout';
import { lastValueFrom } from 'rxjs';
import { fakeAccount } from './fake-account';
import { MsalLogoutHarness } from './msal-logout-harness';
import { provideMsalLogoutTesting } from './provide-msal-logout-testing';

const ADA = fakeAccount();
const ALAN = fakeAccount('Alan Turing');

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

async function setup(...features: readonly MsalLogoutFeature[]) {
  const setup = setupAtStart(...features);
  await TestBed.inject(ApplicationInitStatus).donePromise;
  return setup;
}

/** As an application that is still starting. */
function setupAtStart(...features: readonly MsalLogoutFeature[]) {
  TestBed.configureTestingModule({
    providers: [provideMsalLogoutTesting({ accounts: [ADA, ALAN] }, ...features)],
  });
  const logout = TestBed.inject(MsalLogoutService);
  const harness = TestBed.inject(MsalLogoutHarness);
  const types = (): readonly string[] => harness.events.map(({ eventType }) => eventType);
  return { logout, harness, types };
}

/** Resolves when `condition` holds. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

it('has people signed in, and more of them sign in', async () => {
  const { logout, harness } = await setup();
  expect(logout.accounts()).toEqual([ADA, ALAN]);
  harness.signIn(fakeAccount('Grace Hopper'));

  expect(logout.accounts().map(({ name }) => name)).toContain('Grace Hopper');
});

it('sees where a redirect leaves for, and no page is left', async () => {
  const { logout, harness } = await setup();
  logout.logoutRedirect({ account: ADA });
  await until(() => harness.navigations.length > 0);

  const [url] = harness.navigations;
  expect(url?.href).toContain('https://login.example/logout?');
  expect(url?.searchParams.get('logout_hint')).toBe(ADA.loginHint);
  expect(logout.accounts()).toEqual([ALAN]);
});

it('has a redirect stay on the page', async () => {
  const { logout, harness } = await setup();
  harness.keepPage();

  expect(await lastValueFrom(logout.logoutRedirect())).toMatchObject({ server: 'failed' });
  expect(logout.interrupted()).not.toBeNull();
});

it('has a popup come back', async () => {
  const { logout, harness, types } = await setup();
  const result = lastValueFrom(logout.logoutPopup());
  await until(() => harness.popupAddress !== null);
  harness.returnPopup();

  expect(await result).toMatchObject({ server: 'confirmed' });
  expect(types()).toEqual([
    'msal:logoutStart',
    'msal:accountsCleared',
    'msal:popupOpened',
    'msal:logoutSuccess',
    'msal:serverSignOutConfirmed',
    'msal:logoutEnd',
  ]);
});

it('has a popup closed by the user', async () => {
  const { logout, harness } = await setup();
  const result = lastValueFrom(logout.logoutPopup());
  await until(() => harness.popupAddress !== null);
  harness.closePopup();

  expect(await result).toMatchObject({ reason: 'popup_closed' });
});

it('has popups blocked', async () => {
  const { logout, harness } = await setup();
  harness.blockPopups();

  expect(await lastValueFrom(logout.logoutPopup())).toMatchObject({ reason: 'popup_blocked' });
  expect(() => harness.closePopup()).toThrow('No popup');
  expect(() => harness.returnPopup()).toThrow('No popup');
});

it('has somebody sign out in another tab, and elsewhere', async () => {
  const { logout, harness } = await setup();
  await harness.signOutInAnotherTab(ADA);
  expect(logout.accounts()).toEqual([ALAN]);
  harness.signOutElsewhere();

  expect(logout.signedIn()).toBe(false);
  expect(harness.events).toEqual([
    expect.objectContaining({ origin: 'other-tab' }),
    expect.objectContaining({ origin: 'elsewhere' }),
  ]);
});

it('has another tab sign out when the application is started only', async () => {
  const { logout, harness } = setupAtStart();
  await harness.signOutInAnotherTab(ADA);

  expect(logout.accounts()).toEqual([ALAN]);
});

it('has a sign-out interrupted when the application is started only', async () => {
  const { logout, harness } = setupAtStart();
  await harness.interrupt(fakeAccount('Grace Hopper'));

  expect(logout.interrupted()).not.toBeNull();
});

it('does not depend on the timers of the test', async () => {
  const { logout, harness } = await setup();
  jest.useFakeTimers();
  await harness.signOutInAnotherTab(ADA);
  await harness.interrupt(fakeAccount('Grace Hopper'));

  expect(logout.accounts()).toEqual([ALAN]);
  expect(logout.interrupted()).not.toBeNull();
});

it('does not hear of other tabs where the application does not', async () => {
  const { logout, harness } = await setup(withoutTabSync());
  await harness.signOutInAnotherTab(ADA);

  expect(logout.accounts()).toEqual([ADA, ALAN]);
});

it('has a popup come back that opens with its address', async () => {
  const { logout, harness } = await setup(withEndSession({ system: { navigatePopups: false } }));
  const result = lastValueFrom(logout.logoutPopup());
  await until(() => harness.popupAddress !== null);
  harness.returnPopup();

  expect(await result).toMatchObject({ server: 'confirmed' });
});

it('sees where a redirect leaves for in a runner that has tests in a frame', async () => {
  jest.spyOn(window, 'parent', 'get').mockReturnValue({} as Window);
  const { logout, harness } = await setup();
  logout.logoutRedirect();
  await until(() => harness.navigations.length > 0);

  expect(harness.navigations).toHaveLength(1);
});

it('takes popups where `open` is a pair of accessors, as in Vitest, and gives them back', async () => {
  const { open } = window;
  let current = open;
  Object.defineProperty(window, 'open', {
    get: () => current,
    set: (value: typeof open) => (current = value),
    configurable: true,
  });
  const { logout, harness } = await setup();
  harness.blockPopups();
  expect(await lastValueFrom(logout.logoutPopup())).toMatchObject({ reason: 'popup_blocked' });
  TestBed.resetTestingModule();

  expect(current).toBe(open);
  Object.defineProperty(window, 'open', { value: open, configurable: true, writable: true });
});

it('leaves the others signed in when one is signed out elsewhere', async () => {
  const { logout, harness } = await setup();
  harness.signOutElsewhere(ALAN);

  expect(logout.accounts()).toEqual([ADA]);
});

it('has a sign-out interrupted, to be resumed', async () => {
  const { logout, harness } = await setup();
  await harness.interrupt(fakeAccount('Grace Hopper'));
  expect(logout.interrupted()).toMatchObject({ correlationId: 'interrupted' });
  logout.resume();
  await until(() => harness.navigations.length > 0);

  expect(harness.navigations[0]?.searchParams.get('logout_hint')).toBe('hint-of-grace.hopper');
  expect(logout.accounts()).toEqual([ADA, ALAN]);
});

it('has the cache refuse to be cleared', async () => {
  const { logout, harness } = await setup();
  harness.refuseToClear();

  await expect(lastValueFrom(logout.clearCache())).rejects.toMatchObject({
    code: 'cache_clear_failed',
  });
});

it('takes the features of the application', async () => {
  const task = jest.fn();
  const { logout } = await setup(withSignOutTasks(task));
  await lastValueFrom(logout.clearCache());

  expect(task).toHaveBeenCalledTimes(1);
});

it('gives popups back to the window, and stores nothing', async () => {
  const { open } = window;
  const { logout } = await setup();
  expect(window.open).not.toBe(open);
  await lastValueFrom(logout.clearCache());
  TestBed.resetTestingModule();

  expect(window.open).toBe(open);
  expect(Object.keys({ ...localStorage, ...sessionStorage })).toEqual([]);
});

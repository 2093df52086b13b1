import { firstValueFrom, lastValueFrom } from 'rxjs';
import { END_SESSION_ENDPOINT, setupMsalLogout } from '../testing/setup-msal-logout';

const stays = { navigateExternal: () => Promise.resolve(true) };

it('signs out without a subscriber, once', async () => {
  const { logout, navigations } = await setupMsalLogout({ people: ['ada'], ...stays });
  const result = logout.logoutRedirect();
  const [one, other] = await Promise.all([lastValueFrom(result), lastValueFrom(result)]);

  expect(one).toBe(other);
  expect(navigations).toEqual([expect.stringContaining(END_SESSION_ENDPOINT)]);
});

it('goes on when the subscriber leaves', async () => {
  const { logout } = await setupMsalLogout({ people: ['ada'] });
  const result = logout.clearCache();
  result.subscribe().unsubscribe();
  await lastValueFrom(result);

  expect(logout.signedIn()).toBe(false);
});

it('emits nothing while the page leaves', async () => {
  let leave: (value: unknown) => void = () => undefined;
  const left = new Promise((resolve) => (leave = resolve));
  const setup = await setupMsalLogout({
    people: ['ada'],
    navigateExternal: () => {
      leave(null);
      return new Promise(() => undefined);
    },
  });
  const heard: unknown[] = [];
  setup.logout
    .logoutRedirect()
    .subscribe({ next: () => heard.push(1), complete: () => heard.push(2) });
  await left;

  expect(heard).toEqual([]);
  expect(setup.logout.inProgress()).toBe(true);
  expect(setup.logout.lastResult()).toBeNull();
});

it('shows who is signed in, whether it is at work, and how it ended', async () => {
  const { logout } = await setupMsalLogout({ people: ['ada', 'alan'], ...stays });
  const [ada] = logout.accounts();
  expect(logout.accounts()).toHaveLength(2);
  expect([logout.signedIn(), logout.inProgress(), logout.lastResult()]).toEqual([
    true,
    false,
    null,
  ]);

  const result = await firstValueFrom(logout.logoutRedirect({ account: ada ?? null }));

  expect(logout.accounts()).toHaveLength(1);
  expect([logout.signedIn(), logout.inProgress(), logout.lastResult()]).toEqual([
    true,
    false,
    result,
  ]);
});

it('keeps the session at the provider when it signs out here only', async () => {
  const { logout, navigations } = await setupMsalLogout({ people: ['ada'] });

  expect(await lastValueFrom(logout.clearCache())).toMatchObject({
    local: 'cleared',
    server: 'skipped',
    accounts: [{ homeAccountId: 'ada' }],
  });
  expect(navigations).toEqual([]);
});

it('is signed out here when the browser blocks the popup', async () => {
  jest.spyOn(window, 'open').mockReturnValue(null);
  const { logout } = await setupMsalLogout({ people: ['ada'] });

  expect(await lastValueFrom(logout.logoutPopup())).toMatchObject({
    local: 'cleared',
    server: 'failed',
    reason: 'popup_blocked',
  });
  expect(logout.signedIn()).toBe(false);
  jest.restoreAllMocks();
});

it('opens the popup in the task of the call', async () => {
  const open = jest.spyOn(window, 'open').mockReturnValue(null);
  const { logout } = await setupMsalLogout({ people: ['ada'] });
  const result = logout.logoutPopup();

  expect(open).toHaveBeenCalledTimes(1);
  await lastValueFrom(result);
  jest.restoreAllMocks();
});

it('hands a failure to the subscriber', async () => {
  const { logout, unheard } = await setupMsalLogout();

  await expect(
    lastValueFrom(logout.logoutRedirect({ postLogoutRedirectUri: 'javascript:x' })),
  ).rejects.toMatchObject({ code: 'invalid_redirect_uri' });
  expect(unheard).toEqual([]);
});

it('hands a failure that nobody subscribed to to the error handler', async () => {
  const { logout, unheard } = await setupMsalLogout();
  logout.logoutRedirect({ authority: 'http://id.example' });
  await new Promise((resolve) => setTimeout(resolve));

  expect(unheard).toEqual([expect.objectContaining({ code: 'invalid_request' })]);
});

it.each(['logoutRedirect', 'logoutPopup', 'clearCache'] as const)(
  'refuses a request of %s that is not an object, or has an unknown field, in development',
  async (verb) => {
    const { logout, events } = await setupMsalLogout({ people: ['ada'] });
    const [ada] = logout.accounts();

    for (const request of ['ada', [ada], { acount: ada }]) {
      await expect(lastValueFrom(logout[verb](request as never))).rejects.toMatchObject({
        code: 'invalid_request',
      });
    }
    expect(logout.accounts()).toEqual([ada]);
    expect(events).toEqual([]);
  },
);

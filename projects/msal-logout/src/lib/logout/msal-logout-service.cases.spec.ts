import { EventType } from 'msal-logout/engine';
import { firstValueFrom, lastValueFrom, toArray } from 'rxjs';
import { setupMsalLogout } from '../testing/setup-msal-logout';

/** The id is that of docs/msal-cases.md. */
it('C272 opens the popup in the task of the call, without a subscriber, and emits once', async () => {
  const open = jest.spyOn(window, 'open').mockReturnValue(null);
  const { logout, broadcast } = await setupMsalLogout({ people: ['ada'] });
  const ended = firstValueFrom(broadcast.on(EventType.LOGOUT_END));
  const result = logout.logoutPopup();

  expect(open).toHaveBeenCalledTimes(1);
  await ended;
  expect(logout.signedIn()).toBe(false);
  expect(await lastValueFrom(result.pipe(toArray()))).toEqual([
    expect.objectContaining({ local: 'cleared', reason: 'popup_blocked' }),
  ]);
  jest.restoreAllMocks();
});

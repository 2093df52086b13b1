import type { MsalLogoutEvent } from 'msal-logout/engine';
import { EventType } from 'msal-logout/engine';
import { setupMsalLogout } from '../testing/setup-msal-logout';

it('narrows events to the payload of the types that are asked for', async () => {
  const { broadcast } = await setupMsalLogout();
  broadcast.on(EventType.ACCOUNTS_CLEARED).subscribe(({ accounts, origin }) => [accounts, origin]);
  broadcast
    .on(EventType.LOGOUT_START, EventType.LOGOUT_SUCCESS)
    .subscribe(({ accounts }) => accounts);
  const failures = broadcast.on(EventType.LOGOUT_FAILURE);
  // @ts-expect-error a failure has no accounts
  failures.subscribe(({ accounts }) => String(accounts));
  const failuresAndEnds = broadcast.on(EventType.LOGOUT_FAILURE, EventType.LOGOUT_END);
  // @ts-expect-error only one of the two has an error
  failuresAndEnds.subscribe(({ error }) => String(error));
  // @ts-expect-error at least one type is needed
  broadcast.on();

  const exhausted = (event: MsalLogoutEvent): string => {
    switch (event.eventType) {
      case EventType.LOGOUT_START:
      case EventType.LOGOUT_SUCCESS:
      case EventType.ACCOUNTS_CLEARED:
      case EventType.ACCOUNTS_CLEARED_AGAIN:
      case EventType.LOGOUT_INTERRUPTED:
        return String(event.accounts.length);
      case EventType.LOGOUT_FAILURE:
        return event.error.code;
      case EventType.POPUP_OPENED:
        return event.popupWindow.name;
      case EventType.SERVER_SIGN_OUT_CONFIRMED:
      case EventType.LOGOUT_END:
        return event.correlationId;
    }
  };
  expect(exhausted).toBeDefined();
});

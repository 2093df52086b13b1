import { EventType, InteractionStatus } from 'msal-logout/engine';
import { firstValueFrom, lastValueFrom } from 'rxjs';
import { setupMsalLogout } from '../testing/setup-msal-logout';

it('streams the events of a sign-out in order', async () => {
  const { logout, events } = await setupMsalLogout({ people: ['ada'] });
  await lastValueFrom(logout.clearCache());

  expect(events.map(({ eventType }) => eventType)).toEqual([
    EventType.LOGOUT_START,
    EventType.ACCOUNTS_CLEARED,
    EventType.LOGOUT_SUCCESS,
    EventType.LOGOUT_END,
  ]);
});

it('picks out the types that are asked for', async () => {
  const { logout, broadcast } = await setupMsalLogout({ people: ['ada'] });
  const cleared: string[][] = [];
  const chosen: string[] = [];
  broadcast.accountsCleared$.subscribe(({ accounts }) =>
    cleared.push(accounts.map(({ homeAccountId }) => homeAccountId)),
  );
  broadcast
    .on(EventType.LOGOUT_END, EventType.LOGOUT_START)
    .subscribe(({ eventType }) => chosen.push(eventType));
  await lastValueFrom(logout.clearCache());

  expect(cleared).toEqual([['ada']]);
  expect(chosen).toEqual([EventType.LOGOUT_START, EventType.LOGOUT_END]);
});

it('tells a late subscriber the status and the accounts of the moment', async () => {
  const { logout, broadcast } = await setupMsalLogout({ people: ['ada'] });
  const seen: unknown[] = [];
  broadcast.inProgress$.subscribe((status) => seen.push(status));
  broadcast.accounts$.subscribe((accounts) => seen.push(accounts.length));
  await lastValueFrom(logout.clearCache());

  expect(seen).toEqual([
    InteractionStatus.None,
    1,
    InteractionStatus.Logout,
    0,
    InteractionStatus.None,
  ]);
});

it('notices that MSAL’s own methods have signed somebody out', async () => {
  const { instance, broadcast } = await setupMsalLogout({ people: ['ada'] });
  const cleared = firstValueFrom(broadcast.accountsCleared$);
  instance.setActiveAccount(instance.getAllAccounts()[0] ?? null);
  await instance.clearCache({ account: instance.getActiveAccount() });

  expect(await cleared).toMatchObject({
    accounts: [{ homeAccountId: 'ada' }],
    origin: 'elsewhere',
  });
});

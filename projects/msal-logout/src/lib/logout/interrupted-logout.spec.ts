import { TestBed } from '@angular/core/testing';
import { EventType } from 'msal-logout/engine';
import { lastValueFrom } from 'rxjs';
import { setupMsalLogout } from '../testing/setup-msal-logout';
import { withInterruptedLogout } from './interrupted-logout';
import { MsalLogoutService } from './msal-logout-service';

const stays = (): Promise<boolean> => Promise.resolve(false);

/** An application after one whose sign-out was cut off. */
async function setupInterrupted(resume: 'ask' | 'auto', navigateExternal?: () => Promise<boolean>) {
  const earlier = await setupMsalLogout({ people: ['ada'], navigateExternal: stays });
  await lastValueFrom(earlier.logout.logoutRedirect({ correlationId: 'c-1' }));
  return setupMsalLogout({
    keepStorage: true,
    features: [withInterruptedLogout({ resume })],
    ...(navigateExternal && { navigateExternal }),
  });
}

it('is there on the page of a sign-out that did not reach the provider', async () => {
  const { logout } = await setupMsalLogout({ people: ['ada'], navigateExternal: stays });
  expect(logout.interrupted()).toBeNull();
  await lastValueFrom(logout.logoutRedirect({ correlationId: 'c-1' }));

  expect(logout.interrupted()).toMatchObject({
    correlationId: 'c-1',
    accounts: [{ homeAccountId: 'ada' }],
  });
});

it('can be resumed by the next page, with the same correlation id', async () => {
  const { logout, navigations } = await setupInterrupted('ask', stays);
  expect(logout.interrupted()).not.toBeNull();
  expect(navigations).toEqual([]);
  await lastValueFrom(logout.resume());

  expect(new URL(navigations[0] ?? '').searchParams.get('client-request-id')).toBe('c-1');
  expect(new URL(navigations[0] ?? '').searchParams.get('logout_hint')).toBe('ada');
});

it('can be dismissed', async () => {
  const { logout } = await setupInterrupted('ask');
  logout.dismiss();
  await new Promise((resolve) => setTimeout(resolve));

  expect(logout.interrupted()).toBeNull();
  await expect(lastValueFrom(logout.resume())).rejects.toMatchObject({
    code: 'no_interrupted_logout',
  });
});

it('is told by an event that the root component hears', async () => {
  const { events } = await setupInterrupted('ask');
  expect(events).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 5));

  expect(events.map(({ eventType }) => eventType)).toEqual([EventType.LOGOUT_INTERRUPTED]);
});

it('is not resumed by itself in a popup, which may be that of a sign-in', async () => {
  Object.defineProperty(window, 'opener', { value: {}, configurable: true });
  const { logout, navigations } = await setupInterrupted('auto', stays);
  await new Promise((resolve) => setTimeout(resolve, 5));
  Object.defineProperty(window, 'opener', { value: null, configurable: true });

  expect(navigations).toEqual([]);
  expect(logout.interrupted()).not.toBeNull();
});

it('is resumed by itself once, if that is wished', async () => {
  const left = new Promise<void>((resolve) => {
    const leave = (): Promise<boolean> => {
      resolve();
      return stays();
    };
    void setupInterrupted('auto', leave);
  });
  await left;
  await new Promise((resolve) => setTimeout(resolve, 5));
  const again = await setupMsalLogout({
    keepStorage: true,
    features: [withInterruptedLogout({ resume: 'auto' })],
  });

  expect(again.navigations).toEqual([]);
  expect(TestBed.inject(MsalLogoutService).interrupted()).toMatchObject({ resumed: 1 });
});

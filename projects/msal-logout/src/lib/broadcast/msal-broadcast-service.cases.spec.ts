import { ApplicationInitStatus } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { MsalLogoutEvent } from 'msal-logout/engine';
import { EventType, InteractionStatus } from 'msal-logout/engine';
import { firstValueFrom, lastValueFrom } from 'rxjs';
import { END_SESSION_CLIENT } from '../end-session-client';
import { MsalLogoutService } from '../logout/msal-logout-service';
import { provideMsalLogout } from '../provide-msal-logout';
import { setupMsalLogout } from '../testing/setup-msal-logout';
import { MsalBroadcastService } from './msal-broadcast-service';

/** The ids are those of docs/msal-cases.md. */

const { LOGOUT_START, LOGOUT_SUCCESS, LOGOUT_FAILURE, LOGOUT_END, SERVER_SIGN_OUT_CONFIRMED } =
  EventType;
const { Startup, Logout, None } = InteractionStatus;

it('C281 is at startup, then in a sign-out, and then at nothing', async () => {
  sessionStorage.clear();
  TestBed.configureTestingModule({
    providers: [provideMsalLogout({ auth: { clientId: 'mail-app' } })],
  });
  const seen: InteractionStatus[] = [];
  TestBed.inject(MsalBroadcastService).inProgress$.subscribe((status) => seen.push(status));
  await TestBed.inject(ApplicationInitStatus).donePromise;
  await lastValueFrom(TestBed.inject(MsalLogoutService).clearCache());

  expect(seen).toEqual([Startup, None, Logout, None]);
});

it('C281 is at nothing again where the provider has no end-session endpoint', async () => {
  const { logout, broadcast } = await setupMsalLogout({ people: ['ada'] });
  jest.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'));
  const seen: InteractionStatus[] = [];
  broadcast.inProgress$.subscribe((status) => seen.push(status));
  await lastValueFrom(logout.logoutRedirect({ authority: 'https://nowhere.example' }));
  jest.restoreAllMocks();

  expect(seen).toEqual([None, Logout, None]);
});

/** The status at the time of every event, beside the events. */
async function statusAtEvents(...[setup]: Parameters<typeof setupMsalLogout>) {
  const world = await setupMsalLogout(setup);
  const statuses: InteractionStatus[] = [];
  world.broadcast.inProgress$.subscribe((status) => (statuses[0] = status));
  const told = new Map<MsalLogoutEvent['eventType'], InteractionStatus | undefined>();
  world.broadcast.events$.subscribe(({ eventType }) => told.set(eventType, statuses[0]));
  return { ...world, told };
}

it('C254 C257 is in a sign-out from its start on, whether it succeeds', async () => {
  const { logout, told } = await statusAtEvents({ people: ['ada'] });
  await lastValueFrom(logout.clearCache());

  expect([LOGOUT_START, LOGOUT_SUCCESS, LOGOUT_END].map((type) => told.get(type))).toEqual([
    Logout,
    Logout,
    None,
  ]);
});

it('C257 is in a sign-out from its start on, or fails', async () => {
  const { logout, told } = await statusAtEvents({ people: ['ada'] });
  jest.spyOn(Storage.prototype, 'removeItem').mockImplementation(() => undefined);
  await expect(lastValueFrom(logout.clearCache())).rejects.toMatchObject({
    code: 'cache_clear_failed',
  });
  jest.restoreAllMocks();

  expect([LOGOUT_START, LOGOUT_FAILURE, LOGOUT_END].map((type) => told.get(type))).toEqual([
    Logout,
    Logout,
    None,
  ]);
});

it('C256 stays at nothing when a sign-out ends that has begun on an earlier page', async () => {
  const { broadcast, events } = await setupMsalLogout();
  const seen: InteractionStatus[] = [];
  broadcast.inProgress$.subscribe((status) => seen.push(status));
  const ended = firstValueFrom(broadcast.on(LOGOUT_END));
  TestBed.inject(END_SESSION_CLIENT).announceReturn({
    interactionType: 'redirect',
    isLate: false,
    result: { correlationId: 'c-1', accounts: [], local: 'cleared', server: 'unconfirmed' },
  });
  await ended;

  expect(events.map(({ eventType }) => eventType)).toEqual([LOGOUT_END]);
  expect(seen).toEqual([None]);
});

it('does not tell a second time that a sign-out has ended, when it comes back late', async () => {
  const { broadcast, events } = await setupMsalLogout();
  const confirmed = firstValueFrom(broadcast.on(SERVER_SIGN_OUT_CONFIRMED));
  TestBed.inject(END_SESSION_CLIENT).announceReturn({
    interactionType: 'redirect',
    isLate: true,
    result: { correlationId: 'c-1', accounts: [], local: 'cleared', server: 'confirmed' },
  });
  await confirmed;

  expect(events.map(({ eventType }) => eventType)).toEqual([SERVER_SIGN_OUT_CONFIRMED]);
});

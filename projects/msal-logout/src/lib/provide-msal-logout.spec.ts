import type { EnvironmentProviders } from '@angular/core';
import {
  ApplicationInitStatus,
  inject,
  PLATFORM_ID,
  provideAppInitializer,
  provideEnvironmentInitializer,
} from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { EventType } from 'msal-logout/engine';
import { lastValueFrom, take, toArray } from 'rxjs';
import { MsalBroadcastService } from './broadcast/msal-broadcast-service';
import { MsalLogoutService } from './logout/msal-logout-service';
import type { MsalLogoutSource } from './msal-logout-source';
import { provideMsalLogout } from './provide-msal-logout';
import { setupMsalLogout } from './testing/setup-msal-logout';
import { withEndSession } from './with-end-session';

const stays = { navigateExternal: () => Promise.resolve(true) };

it('brings a sign-out to its end on the page that it returns to', async () => {
  const { logout } = await setupMsalLogout({ people: ['ada'] });
  const url = await new Promise<string>((onRedirectNavigate) => {
    logout.logoutRedirect({ state: 'mine', correlationId: 'c-1', onRedirectNavigate });
  });
  const state = new URL(url).searchParams.get('state') ?? '';
  TestBed.resetTestingModule();

  window.history.replaceState(null, '', `/signed-out?a=b&state=${encodeURIComponent(state)}`);
  TestBed.configureTestingModule({
    providers: [provideMsalLogout({ auth: { clientId: 'mail-app' } })],
  });
  const { lastResult } = TestBed.inject(MsalLogoutService);
  const told = lastValueFrom(TestBed.inject(MsalBroadcastService).events$.pipe(take(2), toArray()));
  await TestBed.inject(ApplicationInitStatus).donePromise;

  expect(window.location.search).toBe('?a=b');
  expect(lastResult()).toMatchObject({
    correlationId: 'c-1',
    accounts: [{ homeAccountId: 'ada' }],
    server: 'confirmed',
    state: 'mine',
  });
  expect((await told).map(({ eventType }) => eventType)).toEqual([
    EventType.SERVER_SIGN_OUT_CONFIRMED,
    EventType.LOGOUT_END,
  ]);
});

it('overrides single fields of what the instance is configured with', async () => {
  const { logout, navigations } = await setupMsalLogout({
    people: ['ada'],
    ...stays,
    features: [withEndSession({ auth: { postLogoutRedirectUri: 'https://app.example/bye' } })],
  });
  await lastValueFrom(logout.logoutRedirect());

  const sent = new URL(navigations[0] ?? '').searchParams;
  expect(sent.get('client_id')).toBe('mail-app');
  expect(sent.get('post_logout_redirect_uri')).toBe('https://app.example/bye');
});

it('refuses an option that is given twice', () => {
  const twice = withEndSession({});
  expect(() => provideMsalLogout({ auth: { clientId: 'c' } }, twice, twice)).toThrow(
    'withEndSession() twice',
  );
});

it('makes no MSAL on a server', () => {
  const source = jest.fn(() => ({ auth: { clientId: 'mail-app' } }));
  TestBed.configureTestingModule({
    providers: [{ provide: PLATFORM_ID, useValue: 'server' }, provideMsalLogout(source)],
  });

  expect(TestBed.inject(MsalLogoutService).signedIn()).toBe(false);
  expect(source).not.toHaveBeenCalled();
});

it('does nothing on a server', async () => {
  const { logout } = await setupMsalLogout({
    providers: [{ provide: PLATFORM_ID, useValue: 'server' }],
  });
  await TestBed.inject(ApplicationInitStatus).donePromise;

  expect(logout.accounts()).toEqual([]);
  expect(logout.signedIn()).toBe(false);
});

it('needs no MSAL when it is given a configuration', async () => {
  sessionStorage.clear();
  TestBed.configureTestingModule({
    providers: [provideMsalLogout(() => ({ auth: { clientId: 'mail-app' } }))],
  });
  const logout = TestBed.inject(MsalLogoutService);

  expect(await lastValueFrom(logout.clearCache())).toMatchObject({ local: 'cleared' });
});

describe('a source that is none', () => {
  const NONE = [
    ['undefined', undefined],
    ['null', null],
    ['a promise', Promise.resolve({ auth: { clientId: 'mail-app' } })],
    ['an object without auth.clientId', {}],
    ['a configuration whose auth.clientId is empty', { auth: { clientId: '' } }],
    ['a function that returned undefined', () => undefined],
    ['a function that returned a promise', () => Promise.resolve({})],
    ['a function that returned a function', () => () => ({ auth: { clientId: 'mail-app' } })],
    ['a function that returned an object without auth.clientId', () => ({})],
  ] as const;

  function provide(source: unknown, ...providers: readonly EnvironmentProviders[]): void {
    TestBed.configureTestingModule({
      providers: [...providers, provideMsalLogout(source as MsalLogoutSource)],
    });
  }

  it.each(NONE)('keeps the application from starting: %s', (given, source) => {
    provide(source);

    expect(() => TestBed.inject(MsalLogoutService)).toThrow(
      expect.objectContaining({
        code: 'configuration_missing',
        message: expect.stringContaining(`provideMsalLogout() was given ${given};`) as string,
      }) as Error,
    );
  });

  it.each([
    [
      'another initializer',
      // eslint-disable-next-line @typescript-eslint/require-await
      () => provideAppInitializer(async () => void inject(MsalLogoutService)),
    ],
    ['an environment', () => provideEnvironmentInitializer(() => void inject(MsalLogoutService))],
  ])('gives the same message when %s has asked for the services before', (_, earlier) => {
    provide(undefined, earlier());

    expect(() => TestBed.inject(MsalLogoutService)).toThrow('was given undefined');
  });

  it('is told apart from a function that throws', () => {
    provide(() => {
      throw new Error('no instance yet');
    });

    expect(() => TestBed.inject(MsalLogoutService)).toThrow('no instance yet');
  });

  it('does no harm on a server, which needs none', async () => {
    provide(undefined);
    TestBed.overrideProvider(PLATFORM_ID, { useValue: 'server' });

    expect(TestBed.inject(MsalLogoutService).signedIn()).toBe(false);
    await TestBed.inject(ApplicationInitStatus).donePromise;
  });
});

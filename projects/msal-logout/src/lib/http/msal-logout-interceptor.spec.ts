import { HttpClient, HttpContext, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { isMsalLogoutError } from 'msal-logout/engine';
import { lastValueFrom, retry } from 'rxjs';
import { withSignOutTasks } from '../logout/sign-out-tasks';
import { setupMsalLogout } from '../testing/setup-msal-logout';
import { msalLogoutInterceptor, SKIP_MSAL_LOGOUT } from './msal-logout-interceptor';
import { withProtectedResources } from './protected-resources';

const API = 'https://api.example/mail';
const CREDENTIALS = { headers: { Authorization: 'Bearer x' } };

async function setupHttp(people: readonly string[], task: () => void = () => undefined) {
  const setup = await setupMsalLogout({
    people,
    features: [
      withProtectedResources(['https://api.example/', /^\/own\//]),
      withSignOutTasks(task),
    ],
    providers: [
      provideHttpClient(withInterceptors([msalLogoutInterceptor])),
      provideHttpClientTesting(),
    ],
  });
  return {
    ...setup,
    http: TestBed.inject(HttpClient),
    server: TestBed.inject(HttpTestingController),
  };
}

/** Lets what was promised so far happen. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

it('lets requests of somebody who is signed in pass', async () => {
  const { http, server } = await setupHttp(['ada']);
  const answer = lastValueFrom(http.get(API));
  await turn();
  server.expectOne(API).flush(['mail']);

  expect(await answer).toEqual(['mail']);
});

it.each([
  ['named by its beginning', API, {}],
  ['named by an expression', '/own/data', {}],
  ['with credentials', 'https://other.example/', CREDENTIALS],
])('sends nothing for a resource %s when nobody is signed in', async (_, url, options) => {
  const { http, server } = await setupHttp([]);

  await expect(lastValueFrom(http.get(url, options))).rejects.toMatchObject({ code: 'signed_out' });
  server.verify();
});

it('aborts what is under way when accounts are cleared', async () => {
  const { http, server, logout } = await setupHttp(['ada']);
  const answers = [http.get(API), http.post(API, 'mail', { reportProgress: true })].map((each) =>
    lastValueFrom(each).catch((error: unknown) => error),
  );
  await turn();
  const sent = server.match(API);
  await lastValueFrom(logout.clearCache());

  expect(sent.map(({ cancelled }) => cancelled)).toEqual([true, true]);
  for (const error of await Promise.all(answers)) {
    expect(isMsalLogoutError(error, 'signed_out')).toBe(true);
  }
});

it('does not send a retried request after the sign-out', async () => {
  const { http, server, logout } = await setupHttp(['ada']);
  const answer = lastValueFrom(http.get(API).pipe(retry(3))).catch((error: unknown) => error);
  await turn();
  server.match(API);
  await lastValueFrom(logout.clearCache());

  expect(isMsalLogoutError(await answer, 'signed_out')).toBe(true);
  server.verify();
});

it('reports a 401 that comes while a task signs out at the API, once', async () => {
  const { http, server, logout, unheard } = await setupHttp(['ada'], () => {
    for (const request of server.match(API)) {
      request.flush(null, { status: 401, statusText: 'Unauthorized' });
    }
  });
  const answers = [1, 2, 3].map(() =>
    lastValueFrom(http.get(API)).catch((error: unknown) => error),
  );
  await turn();
  await lastValueFrom(logout.clearCache({ correlationId: 'c-1' }));

  const signedOut = expect.objectContaining({ code: 'signed_out', correlationId: 'c-1' });
  expect(await Promise.all(answers)).toEqual([signedOut, signedOut, signedOut]);
  expect(unheard).toEqual([signedOut]);
});

it('passes a 401 on that has nothing to do with a sign-out', async () => {
  const { http, server, logout, unheard } = await setupHttp(['ada', 'alan']);
  await lastValueFrom(logout.clearCache({ account: logout.accounts()[0] ?? null }));
  const answer = lastValueFrom(http.get(API)).catch((error: unknown) => error);
  await turn();
  server.expectOne(API).flush(null, { status: 401, statusText: 'Unauthorized' });

  expect(await answer).toMatchObject({ status: 401 });
  expect(unheard).toEqual([]);
});

it.each([
  ['is not protected', '/public', {}],
  ['asks to be left alone', API, { context: new HttpContext().set(SKIP_MSAL_LOGOUT, true) }],
])('passes a request that %s, signed out or not', async (_, url, options) => {
  const { http, server, logout } = await setupHttp([]);
  const answer = lastValueFrom(http.get(url, options));
  await lastValueFrom(logout.clearCache());
  server.expectOne(url).flush('public');

  expect(await answer).toBe('public');
});

import { HttpClient, HttpContext, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { SKIP_MSAL_LOGOUT } from 'msal-logout';
import { firstValueFrom } from 'rxjs';

import { ActiveAccount } from '../accounts/active-account';
import { accessTokenInterceptor } from './access-token-interceptor';
import { API } from './api';
import { MSAL_INSTANCE } from './msal-instance';

const ADA = { homeAccountId: 'ada' };

describe('accessTokenInterceptor', () => {
  it("sends the active account's token to the API", async () => {
    const { client, sent } = setup();

    const answer = firstValueFrom(client.get('https://api.example/inbox'));
    const call = await sent('https://api.example/inbox');
    call.flush([]);

    expect(call.request.headers.get('Authorization')).toBe('Bearer token-of-ada-for-inbox.read');
    await expect(answer).resolves.toEqual([]);
  });

  it.each([
    'https://news.example/inbox',
    'https://api.example.evil.example/inbox',
    '/inbox',
    'https://news.example/?next=https://api.example/inbox',
  ])('sends no token to %s', async (url) => {
    const { client, sent } = setup();

    void firstValueFrom(client.get(url));
    const call = await sent(url);
    call.flush([]);

    expect(call.request.headers.has('Authorization')).toBe(false);
  });

  it('asks for no token where no sign-out matters', async () => {
    const { client, sent } = setup({
      acquireTokenSilent: () => Promise.reject(new Error('interaction_required')),
    });
    const context = new HttpContext().set(SKIP_MSAL_LOGOUT, true);

    const answer = firstValueFrom(client.get('https://api.example/public', { context }));
    const call = await sent('https://api.example/public');
    call.flush('for all');

    expect(call.request.headers.has('Authorization')).toBe(false);
    await expect(answer).resolves.toBe('for all');
  });

  it('sends nothing when there is no token', async () => {
    const noToken = new Error('interaction_required');
    const { client, controller } = setup({ acquireTokenSilent: () => Promise.reject(noToken) });

    await expect(firstValueFrom(client.get('https://api.example/inbox'))).rejects.toBe(noToken);
    controller.expectNone('https://api.example/inbox');
  });
});

interface TokenRequest {
  account: typeof ADA;
  scopes: string[];
}

function setup({
  acquireTokenSilent = ({ account, scopes }: TokenRequest) =>
    Promise.resolve({ accessToken: `token-of-${account.homeAccountId}-for-${scopes.join()}` }),
}: { acquireTokenSilent?: (request: TokenRequest) => Promise<unknown> } = {}) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([accessTokenInterceptor])),
      provideHttpClientTesting(),
      { provide: API, useValue: { url: 'https://api.example', scopes: ['inbox.read'] } },
      { provide: ActiveAccount, useValue: { current: () => ADA } },
      { provide: MSAL_INSTANCE, useValue: { acquireTokenSilent } },
    ],
  });
  const controller = TestBed.inject(HttpTestingController);
  /** The request to `url`, once its token has been waited for. */
  const sent = async (url: string) => {
    await new Promise((resolve) => setTimeout(resolve));
    return controller.expectOne(url);
  };
  return { client: TestBed.inject(HttpClient), controller, sent };
}

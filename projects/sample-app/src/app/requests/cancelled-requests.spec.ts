import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { MsalLogoutError } from 'msal-logout';
import { EMPTY, lastValueFrom, throwError } from 'rxjs';

import { CancelledRequests } from './cancelled-requests';
import { cancelledRequestsInterceptor } from './cancelled-requests-interceptor';

const CANCELLED = new MsalLogoutError('signed_out', 'c-1');
const REFUSED = new MsalLogoutError('signed_out', '');

describe('the cancelled requests', () => {
  beforeEach(() => sessionStorage.clear());

  it('are those that a sign-out has ended, newest first', async () => {
    const { send, requests } = openPage();

    await send('GET', 'https://api.example/slow?seconds=5', CANCELLED);
    await send('POST', '/upload', CANCELLED);

    expect(requests()).toEqual([
      { timestamp: expect.any(Number) as number, method: 'POST', path: '/upload' },
      { timestamp: expect.any(Number) as number, method: 'GET', path: '/slow' },
    ]);
  });

  it.each([
    ['was refused because nobody was signed in', REFUSED],
    ['failed by itself', new Error('offline')],
    ['succeeded', null],
  ])('do not include one that %s', async (_what, error) => {
    const { send, requests } = openPage();

    await send('GET', '/inbox', error);

    expect(requests()).toEqual([]);
  });

  it('are there on the page that the sign-out comes back to', async () => {
    await openPage().send('GET', '/inbox', CANCELLED);

    expect(openPage().requests()).toMatchObject([{ method: 'GET', path: '/inbox' }]);
  });

  it.each([[{}], ['scribble'], [[null, { timestamp: '1', method: 'GET', path: '/' }]]])(
    'are none when the tab has kept %j',
    (kept) => {
      sessionStorage.setItem('cancelled-requests', JSON.stringify(kept));

      expect(openPage().requests()).toEqual([]);
    },
  );

  it('are the last 20', async () => {
    const { send, requests } = openPage();

    for (let each = 1; each <= 21; each++) await send('GET', `/${each}`, CANCELLED);

    expect(requests()).toHaveLength(20);
    expect(requests()[0]?.path).toBe('/21');
  });
});

/** A page load in one and the same tab. */
function openPage() {
  let outcome: Error | null = null;
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(
        withInterceptors([
          cancelledRequestsInterceptor,
          () => (outcome ? throwError(() => outcome) : EMPTY),
        ]),
      ),
    ],
  });
  const client = TestBed.inject(HttpClient);
  /** Sends a request that ends with `error`. */
  const send = async (method: string, url: string, error: Error | null) => {
    outcome = error;
    await lastValueFrom(client.request(method, url), { defaultValue: null }).catch(() => null);
  };
  return { send, requests: TestBed.inject(CancelledRequests).requests };
}

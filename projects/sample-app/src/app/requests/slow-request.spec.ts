import { HttpClient, HttpEventType, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MsalLogoutError } from 'msal-logout';
import { NEVER, type Observable, of, throwError } from 'rxjs';

import { API } from '../sign-in/api';
import { SlowRequest } from './slow-request';

describe('SlowRequest', () => {
  beforeEach(() => sessionStorage.clear());

  it('is idle before it is started', () => {
    const { slow } = openPage(NEVER);

    expect(slow.state()).toBe('idle');
  });

  it('loads, and is done with the answer', () => {
    const { slow, answer } = openPage();

    slow.start('answer');
    expect(slow.state()).toBe('loading');
    answer('GET', 'https://api.example/slow');

    expect([slow.state(), slow.progress()]).toEqual(['done', 100]);
  });

  it('is sent once, however often it is started', () => {
    const { slow, answer } = openPage();

    slow.start('answer');
    slow.start('answer');

    answer('GET', 'https://api.example/slow');
  });

  it.each([
    {
      kind: 'upload',
      method: 'POST',
      url: 'https://api.example/upload',
      type: HttpEventType.UploadProgress,
    },
    {
      kind: 'stream',
      method: 'GET',
      url: 'https://api.example/stream',
      type: HttpEventType.DownloadProgress,
    },
  ] as const)('tells how much of the $kind is done', ({ kind, method, url, type }) => {
    const { slow, requested } = openPage();

    slow.start(kind);
    requested(method, url).event({ type, loaded: 30, total: 120 });

    expect([slow.state(), slow.progress()]).toEqual(['loading', 25]);
  });

  it('is signed out when a sign-out ends it, on the page that comes back too', () => {
    const { slow } = openPage(throwError(() => new MsalLogoutError('signed_out', 'c-1')));

    slow.start('answer');

    expect(slow.state()).toBe('signed_out');
    expect(slow.failure()).toBeNull();
    expect(openPage(NEVER).slow.state()).toBe('signed_out');
  });

  it.each([
    ['loading', NEVER],
    ['done', of('')],
  ])('starts anew on the next page when it was %s', (_state, answer$) => {
    openPage(answer$).slow.start('answer');

    expect(openPage(NEVER).slow.state()).toBe('idle');
  });

  it('says why it failed, until it is started again', () => {
    const { slow, requested } = openPage();
    slow.start('stream');
    requested('GET', 'https://api.example/stream').error(new ProgressEvent('error'));

    expect(slow.state()).toBe('idle');
    expect(slow.failure()).toContain('does not answer');

    slow.start('stream');
    expect(slow.failure()).toBeNull();
  });
});

/**
 * A page load in one and the same tab.
 * @param answer$ what every request gives; without it, requests wait for an answer
 */
function openPage(answer$?: Observable<unknown>) {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      answer$ ? { provide: HttpClient, useValue: { get: () => answer$ } } : [],
      { provide: API, useValue: { url: 'https://api.example', scopes: [] } },
    ],
  });
  const controller = TestBed.inject(HttpTestingController);
  const requested = (method: string, url: string) => controller.expectOne({ method, url });
  return {
    slow: TestBed.inject(SlowRequest),
    requested,
    answer: (method: string, url: string) => requested(method, url).flush({}),
  };
}

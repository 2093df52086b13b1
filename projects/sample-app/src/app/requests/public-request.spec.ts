import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { SKIP_MSAL_LOGOUT } from 'msal-logout';

import { API } from '../sign-in/api';
import { PublicRequest } from './public-request';

const URL = 'https://api.example/public';

describe('PublicRequest', () => {
  it('has no sign-out touch it', () => {
    const { publicRequest, controller } = setup();

    publicRequest.start();

    expect(controller.expectOne(URL).request.context.get(SKIP_MSAL_LOGOUT)).toBe(true);
  });

  it('shows what the API has answered', () => {
    const { publicRequest, controller } = setup();

    publicRequest.start();
    expect(publicRequest.state()).toBe('loading');
    controller.expectOne(URL).flush({ message: 'For all.' });

    expect([publicRequest.state(), publicRequest.message()]).toEqual(['done', 'For all.']);
  });

  it('can fail, and be sent again', () => {
    const { publicRequest, controller } = setup();

    publicRequest.start();
    controller.expectOne(URL).error(new ProgressEvent('error'));
    expect(publicRequest.state()).toBe('failed');

    publicRequest.start();
    controller.expectOne(URL);
  });
});

function setup() {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      { provide: API, useValue: { url: 'https://api.example', scopes: [] } },
    ],
  });
  return {
    publicRequest: TestBed.inject(PublicRequest),
    controller: TestBed.inject(HttpTestingController),
  };
}

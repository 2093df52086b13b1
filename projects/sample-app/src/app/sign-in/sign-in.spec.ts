import { Location } from '@angular/common';
import { provideLocationMocks } from '@angular/common/testing';
import { TestBed } from '@angular/core/testing';

import { API } from './api';
import { MSAL_INSTANCE } from './msal-instance';
import { SIGN_IN_FAILURE, SignIn } from './sign-in';

describe('SignIn', () => {
  it.each([
    [{ navigationId: 1, wantedUrl: '/inbox?folder=drafts' }, '/inbox?folder=drafts'],
    [{ navigationId: 1 }, '/inbox'],
    [{ wantedUrl: 7 }, '/inbox'],
    [null, '/inbox'],
  ])('with the state %j in the history, it comes back to %s', (state, path) => {
    const { signIn, startPages } = setup(state);

    signIn.start();

    expect(startPages).toEqual([new URL(path, document.baseURI).href]);
  });
});

/** @param state what the current entry of the history holds */
function setup(state: unknown) {
  const startPages: (string | undefined)[] = [];
  const loginRedirect = ({ redirectStartPage }: { redirectStartPage?: string }) => {
    startPages.push(redirectStartPage);
    return Promise.resolve();
  };
  TestBed.configureTestingModule({
    providers: [
      provideLocationMocks(),
      { provide: API, useValue: { url: 'https://api.example', scopes: ['inbox.read'] } },
      { provide: MSAL_INSTANCE, useValue: { loginRedirect } },
      { provide: SIGN_IN_FAILURE, useValue: null },
    ],
  });
  TestBed.inject(Location).replaceState('/signed-out', '', state);
  return { signIn: TestBed.inject(SignIn), startPages };
}

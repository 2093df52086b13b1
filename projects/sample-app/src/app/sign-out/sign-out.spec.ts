import { TestBed } from '@angular/core/testing';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router } from '@angular/router';
import { MsalLogoutService, type AccountInfo, type LogoutResult } from 'msal-logout';
import { EMPTY, type Observable, of, throwError } from 'rxjs';

import { SignOut } from './sign-out';
import type { SignOutWay } from './sign-out-way';

const ADA: AccountInfo = {
  homeAccountId: 'ada',
  localAccountId: 'ada',
  environment: 'login.example',
  tenantId: '',
  username: 'ada@mail.example',
};
const RESULT: LogoutResult = {
  correlationId: 'c-1',
  accounts: [ADA],
  local: 'cleared',
  server: 'confirmed',
};

describe.each<[SignOutWay, string]>([
  ['redirect', 'logoutRedirect'],
  ['popup', 'logoutPopup'],
  ['local', 'clearCache'],
])('SignOut by %s', (way, method) => {
  it('is about everybody', () => {
    const { signOut, asked } = setup(EMPTY);

    signOut.start(way);

    expect(asked).toEqual([[method, { account: undefined }]]);
  });

  it('is about the one account that is given', () => {
    const { signOut, asked } = setup(EMPTY);

    signOut.start(way, ADA);

    expect(asked).toEqual([[method, { account: ADA }]]);
  });

  it('shows the result when the page has stayed', () => {
    const { signOut, visited, said } = setup(of(RESULT));

    signOut.start(way);

    expect(visited).toEqual(['/signed-out']);
    expect(said).toEqual([]);
  });

  it('says why somebody is still signed in', () => {
    const { signOut, visited, said } = setup(throwError(() => new Error('Entries were left.')));

    signOut.start(way);

    expect(visited).toEqual([]);
    expect(said).toEqual(['You are still signed in. Entries were left.']);
  });
});

describe('SignOut', () => {
  it('leaves the result to the page that a redirect comes back to', () => {
    const { signOut, visited, said } = setup(EMPTY);

    signOut.start('redirect');

    expect(visited).toEqual([]);
    expect(said).toEqual([]);
  });

  it('keeps a redirect on the page when told to, and only a redirect', () => {
    const { signOut, asked } = setup(EMPTY);
    signOut.stayHere.set(true);

    signOut.start('redirect', ADA);
    signOut.start('popup', ADA);

    expect(asked).toEqual([
      ['logoutRedirect', { account: ADA, onRedirectNavigate: expect.any(Function) as unknown }],
      ['logoutPopup', { account: ADA }],
    ]);
    expect(asked[0]?.[1].onRedirectNavigate?.()).toBe(false);
  });
});

interface Request {
  readonly account?: AccountInfo;
  readonly onRedirectNavigate?: () => boolean;
}

function setup(result$: Observable<LogoutResult>) {
  const asked: [method: string, request: Request][] = [];
  const visited: string[] = [];
  const said: string[] = [];
  const answer = (method: string) => (request: Request) => {
    asked.push([method, request]);
    return result$;
  };
  const logout = {
    logoutRedirect: answer('logoutRedirect'),
    logoutPopup: answer('logoutPopup'),
    clearCache: answer('clearCache'),
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: MsalLogoutService, useValue: logout },
      { provide: Router, useValue: { navigateByUrl: (url: string) => visited.push(url) } },
      { provide: MatSnackBar, useValue: { open: (text: string) => said.push(text) } },
    ],
  });
  return { signOut: TestBed.inject(SignOut), asked, visited, said };
}

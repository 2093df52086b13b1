import { TestBed } from '@angular/core/testing';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router } from '@angular/router';
import { MsalLogoutService, type LogoutResult } from 'msal-logout';
import { EMPTY, type Observable, of, throwError } from 'rxjs';

import { SignOut } from './sign-out';

describe('SignOut', () => {
  it('shows the result of a sign-out that kept the page', () => {
    const { signOut, visited, said } = setup(of({} as LogoutResult));

    signOut.byRedirect();

    expect(visited).toEqual(['/signed-out']);
    expect(said).toEqual([]);
  });

  it('leaves the rest to the page that a redirect comes back to', () => {
    const { signOut, visited, said } = setup(EMPTY);

    signOut.byRedirect();

    expect(visited).toEqual([]);
    expect(said).toEqual([]);
  });

  it('says why somebody is still signed in', () => {
    const { signOut, visited, said } = setup(throwError(() => new Error('Entries were left.')));

    signOut.byRedirect();

    expect(visited).toEqual([]);
    expect(said).toEqual(['You are still signed in. Entries were left.']);
  });
});

function setup(result$: Observable<LogoutResult>) {
  const visited: string[] = [];
  const said: string[] = [];
  TestBed.configureTestingModule({
    providers: [
      { provide: MsalLogoutService, useValue: { logoutRedirect: () => result$ } },
      { provide: Router, useValue: { navigateByUrl: (url: string) => visited.push(url) } },
      { provide: MatSnackBar, useValue: { open: (text: string) => said.push(text) } },
    ],
  });
  return { signOut: TestBed.inject(SignOut), visited, said };
}

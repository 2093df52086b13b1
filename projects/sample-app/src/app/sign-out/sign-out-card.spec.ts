import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MsalLogoutService } from 'msal-logout';

import { provideIcons } from '../icons/provide-icons';
import { SignOut } from './sign-out';
import { SignOutCard } from './sign-out-card';

describe('SignOutCard', () => {
  it.each([
    ['sign-out-all', 'redirect'],
    ['sign-out-popup', 'popup'],
    ['sign-out-local', 'local'],
  ])('has %s for everybody', (testId, way) => {
    const { click, started } = setup();

    click(`[data-testid=${testId}]`);

    expect(started).toEqual([[way, undefined]]);
  });

  it('switches on and off that a redirect stays', () => {
    const { click, stayHere } = setup();

    const seen = [1, 2].map(() => {
      click('[role=switch]');
      return stayHere();
    });

    expect(seen).toEqual([true, false]);
  });
});

function setup() {
  const started: unknown[] = [];
  const stayHere = signal(false);
  const start = (...call: unknown[]) => started.push(call);
  TestBed.configureTestingModule({
    providers: [
      provideIcons(),
      {
        provide: MsalLogoutService,
        useValue: { accounts: signal([]), inProgress: signal(false) },
      },
      { provide: SignOut, useValue: { start, stayHere } },
    ],
  });
  const fixture = TestBed.createComponent(SignOutCard);
  TestBed.tick();
  const click = (selector: string) => {
    (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>(selector)?.click();
    TestBed.tick();
  };
  return { click, started, stayHere };
}

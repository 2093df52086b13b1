import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { InterruptedLogout } from 'msal-logout';
import { MsalLogoutService } from 'msal-logout';

import { provideIcons } from '../icons/provide-icons';
import { InterruptedNotice } from './interrupted-notice';
import { SignOut } from './sign-out';

const INTERRUPTED = { correlationId: 'c-1', accounts: [], startedAt: 0, resumed: 0 };

describe('InterruptedNotice', () => {
  it('says nothing while nothing is interrupted', () => {
    expect(setup(null).buttons()).toEqual([]);
  });

  it('finishes the sign-out', () => {
    const { buttons, resume } = setup(INTERRUPTED);
    buttons()[0]?.click();

    expect(resume).toHaveBeenCalledTimes(1);
  });

  it('goes away when it is dismissed', () => {
    const { buttons, resume } = setup(INTERRUPTED);
    buttons()[1]?.click();
    TestBed.tick();

    expect(buttons()).toEqual([]);
    expect(resume).not.toHaveBeenCalled();
  });
});

function setup(value: InterruptedLogout | null) {
  const interrupted = signal(value);
  const resume = jest.fn();
  const dismiss = () => interrupted.set(null);
  TestBed.configureTestingModule({
    providers: [
      provideIcons(),
      { provide: MsalLogoutService, useValue: { interrupted, dismiss } },
      { provide: SignOut, useValue: { resume } },
    ],
  });
  const fixture = TestBed.createComponent(InterruptedNotice);
  const element = fixture.nativeElement as HTMLElement;
  TestBed.tick();
  return { resume, buttons: () => [...element.querySelectorAll('button')] };
}

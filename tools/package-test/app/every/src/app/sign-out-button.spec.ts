import { TestBed } from '@angular/core/testing';
import { MsalLogoutService } from 'msal-logout';
import { fakeAccount, MsalLogoutHarness, provideMsalLogoutTesting } from 'msal-logout/testing';
import { lastValueFrom } from 'rxjs';
import { SignOutButton } from './sign-out-button';

const ADA = fakeAccount('Ada Lovelace');

function setup() {
  TestBed.configureTestingModule({ providers: [provideMsalLogoutTesting({ accounts: [ADA] })] });
  const fixture = TestBed.createComponent(SignOutButton);
  const button: HTMLButtonElement = fixture.nativeElement.querySelector('button');
  return {
    button,
    fixture,
    harness: TestBed.inject(MsalLogoutHarness),
    logout: TestBed.inject(MsalLogoutService),
  };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('An application under msal-logout/testing', () => {
  it('leaves for the provider at a click', async () => {
    const { button, fixture, harness, logout } = setup();
    await fixture.whenStable();
    button.click();
    await until(() => harness.navigations.length > 0);

    expect(harness.navigations[0].searchParams.get('logout_hint')).toBe(ADA.loginHint ?? null);
    expect(logout.signedIn()).toBe(false);
  });

  it('has the popup come back', async () => {
    const { harness, logout } = setup();
    const result = lastValueFrom(logout.logoutPopup());
    await until(() => harness.popupAddress !== null);
    harness.returnPopup();

    expect((await result).server).toBe('confirmed');
  });

  it('is signed out by another tab', async () => {
    const { fixture, harness, logout } = setup();
    await harness.signOutInAnotherTab();
    await fixture.whenStable();

    expect(logout.signedIn()).toBe(false);
    expect(harness.events.map(({ eventType }) => eventType)).toContain('msal:accountsCleared');
  });
});

import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MsalLogoutService, type AccountInfo } from 'msal-logout';

import { provideIcons } from '../icons/provide-icons';
import { SignOut } from './sign-out';
import { SignOutButton } from './sign-out-button';

const ADA = account('Ada Lovelace');
const ALAN = account('Alan Turing');

describe('SignOutButton', () => {
  it('signs out by redirect', () => {
    const { click, started } = setup({ account: ADA });

    click('Sign out Ada Lovelace');

    expect(started).toEqual([['redirect', ADA]]);
  });

  it.each([
    ['Sign out in a popup', 'popup'],
    ['Sign out here only', 'local'],
  ])('has "%s" in its menu', (title, way) => {
    const { click, started } = setup({ account: ADA });

    click('More ways to sign out Ada Lovelace');
    click(title);

    expect(started).toEqual([[way, ADA]]);
  });

  it('is about everybody when no account is given', () => {
    const { click, started } = setup({ signedIn: [ADA, ALAN] });

    click('Sign out everybody');

    expect(started).toEqual([['redirect', undefined]]);
  });

  it('does nothing while a sign-out runs', () => {
    const { click, started } = setup({ account: ADA, inProgress: true });

    click('Sign out Ada Lovelace');

    expect(started).toEqual([]);
  });
});

interface World {
  readonly account?: AccountInfo;
  readonly signedIn?: readonly AccountInfo[];
  readonly inProgress?: boolean;
}

function setup({ account, signedIn = [ADA], inProgress = false }: World) {
  const started: unknown[] = [];
  const logout = { accounts: signal(signedIn), inProgress: signal(inProgress) };
  TestBed.configureTestingModule({
    providers: [
      provideIcons(),
      { provide: MsalLogoutService, useValue: logout },
      { provide: SignOut, useValue: { start: (...call: unknown[]) => started.push(call) } },
    ],
  });
  const fixture = TestBed.createComponent(SignOutButton);
  fixture.componentRef.setInput('testId', 'sign-out');
  if (account) fixture.componentRef.setInput('account', account);
  TestBed.tick();
  const click = (name: string) => {
    findButton(name).click();
    TestBed.tick();
  };
  return { click, started };
}

/** By what it says, or by its label; in a menu, too. */
function findButton(name: string): HTMLElement {
  const found = Array.from(document.querySelectorAll('button')).find((button) =>
    (
      button.getAttribute('aria-label') ?? button.textContent.replace(/\s+/g, ' ').trim()
    ).startsWith(name),
  );
  if (!found) throw new Error(`No button says "${name}".`);
  return found;
}

function account(name: string): AccountInfo {
  return {
    homeAccountId: name,
    localAccountId: name,
    environment: 'login.example',
    tenantId: '',
    username: name,
    name,
  };
}

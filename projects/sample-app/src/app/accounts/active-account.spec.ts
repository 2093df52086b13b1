import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MsalLogoutService, type AccountInfo } from 'msal-logout';

import { MSAL_INSTANCE } from '../sign-in/msal-instance';
import { ActiveAccount } from './active-account';

const ADA = account('ada');
const ALAN = account('alan');

describe('ActiveAccount', () => {
  it('is the account that MSAL holds for active', () => {
    const { activeAccount } = setup({ signedIn: [ADA, ALAN], active: ALAN });

    expect(activeAccount.current()).toBe(ALAN);
  });

  it('is the chosen account, here and in MSAL', () => {
    const { activeAccount, msal } = setup({ signedIn: [ADA, ALAN], active: ALAN });

    activeAccount.choose(ADA);

    expect(activeAccount.current()).toBe(ADA);
    expect(msal.getActiveAccount()).toBe(ADA);
  });

  it('is the first account that is left when the active one is signed out', () => {
    const { accounts, activeAccount } = setup({ signedIn: [ADA, ALAN], active: ALAN });

    accounts.set([ADA]);

    expect(activeAccount.current()).toBe(ADA);
  });

  it('is nobody when everybody is signed out', () => {
    const { accounts, activeAccount } = setup({ signedIn: [ADA], active: ADA });

    accounts.set([]);

    expect(activeAccount.current()).toBeNull();
  });
});

function setup({ signedIn, active }: { signedIn: AccountInfo[]; active: AccountInfo }) {
  const accounts = signal<readonly AccountInfo[]>(signedIn);
  const msal = fakeMsal(active);
  TestBed.configureTestingModule({
    providers: [
      { provide: MsalLogoutService, useValue: { accounts } },
      { provide: MSAL_INSTANCE, useValue: msal },
    ],
  });
  return { accounts, activeAccount: TestBed.inject(ActiveAccount), msal };
}

function fakeMsal(initial: AccountInfo) {
  let active = initial;
  return {
    getActiveAccount: () => active,
    setActiveAccount: (account: AccountInfo) => void (active = account),
  };
}

function account(id: string): AccountInfo {
  return {
    homeAccountId: id,
    localAccountId: id,
    environment: 'login.example',
    tenantId: '',
    username: `${id}@mail.example`,
  };
}

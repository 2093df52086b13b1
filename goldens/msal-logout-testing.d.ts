import { AccountInfo, MsalLogoutEvent } from 'msal-logout/engine';
import { EnvironmentProviders } from '@angular/core';
import { MsalLogoutFeature } from 'msal-logout';
declare function fakeAccount(name?: string, members?: Partial<AccountInfo>): AccountInfo;
declare class MsalLogoutHarness {
  #private;
  get events(): readonly MsalLogoutEvent[];
  get navigations(): readonly URL[];
  get popupAddress(): URL | null;
  signIn(...accounts: readonly AccountInfo[]): void;
  signOutInAnotherTab(account?: AccountInfo): Promise<void>;
  signOutElsewhere(account?: AccountInfo): void;
  interrupt(account: AccountInfo): Promise<void>;
  blockPopups(): void;
  returnPopup(): void;
  closePopup(): void;
  keepPage(): void;
  refuseToClear(): void;
}
interface MsalLogoutTestingOptions {
  readonly accounts?: readonly AccountInfo[];
}
declare function provideMsalLogoutTesting(
  options?: MsalLogoutTestingOptions,
  ...features: readonly MsalLogoutFeature[]
): EnvironmentProviders;
export { MsalLogoutHarness, fakeAccount, provideMsalLogoutTesting };
export type { MsalLogoutTestingOptions };

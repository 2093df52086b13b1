import type { AccountCache } from './cache/account-cache';
import type { SignInPopup } from './interaction/sign-in-popup';
import type { LogoutJournal } from './sign-outs/logout-journal';
import type { TabChannel } from './tabs/tab-channel';
import type { TabLock } from './tabs/tab-lock';
import type { SignOutTask } from './tasks/sign-out-task';

/** What an `EndSessionClient` works through: its ports, and what the application adds. */
export interface EndSessionParts {
  readonly cache: AccountCache;
  readonly journal: LogoutJournal;
  readonly tabs: TabChannel;
  readonly tabLock: TabLock;
  /** The popup in which MSAL signs somebody in, as far as it is known. */
  readonly signInPopup: SignInPopup;
  readonly tasks: readonly SignOutTask[];
  /** Resolves when the application can hear what there is to tell of earlier pages. */
  readonly ready: Promise<unknown>;
  /** Told what went wrong beside a sign-out and did not stop it. */
  readonly reportError: (error: unknown) => void;
}

/** Fakes in place of real parts. The channel is asked for with the name by which the tabs know each other, if any. */
export type EndSessionFakes = Partial<Omit<EndSessionParts, 'tabs'>> & {
  readonly tabs?: (name: string | null) => TabChannel;
};

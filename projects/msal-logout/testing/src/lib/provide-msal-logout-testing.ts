import type { EnvironmentProviders } from '@angular/core';
import {
  ApplicationInitStatus,
  DestroyRef,
  inject,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
} from '@angular/core';
import type { MsalLogoutFeature } from 'msal-logout';
import {
  MsalBroadcastService,
  provideMsalLogout,
  ɵEND_SESSION_PARTS as END_SESSION_PARTS,
} from 'msal-logout';
import type { AccountInfo } from 'msal-logout/engine';
import { MsalLogoutHarness } from './msal-logout-harness';

/** The beginning of a test. */
export interface MsalLogoutTestingOptions {
  /** Who is signed in; default nobody. */
  readonly accounts?: readonly AccountInfo[];
}

/**
 * In place of `provideMsalLogout`, for the test of an application: the real services, guard and interceptor, with a
 * {@link MsalLogoutHarness} in place of MSAL, of other tabs and of the browser's address bar and popups.
 *
 * Inject the harness to have something happen, and to see what did. No page is left, and nothing is stored but MSAL's
 * lock, `msal.interaction.status` in sessionStorage, which a redirect that leaves keeps.
 * @param options the beginning of the test
 * @param features those of the application
 */
export function provideMsalLogoutTesting(
  options: MsalLogoutTestingOptions = {},
  ...features: readonly MsalLogoutFeature[]
): EnvironmentProviders {
  return makeEnvironmentProviders([
    {
      provide: MsalLogoutHarness,
      useFactory: () =>
        new MsalLogoutHarness(options.accounts ?? [], inject(ApplicationInitStatus).donePromise),
    },
    { provide: END_SESSION_PARTS, useFactory: () => inject(MsalLogoutHarness).parts },
    provideMsalLogout(() => inject(MsalLogoutHarness).configuration, ...features),
    provideEnvironmentInitializer(() => {
      const harness = inject(MsalLogoutHarness);
      inject(DestroyRef).onDestroy(harness.takePopups());
      inject(MsalBroadcastService).events$.subscribe((event) => harness.record(event));
    }),
  ]);
}

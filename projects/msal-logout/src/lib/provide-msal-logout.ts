import { isPlatformBrowser } from '@angular/common';
import type { EnvironmentProviders } from '@angular/core';
import {
  ApplicationInitStatus,
  DestroyRef,
  ErrorHandler,
  inject,
  makeEnvironmentProviders,
  PLATFORM_ID,
  provideAppInitializer,
} from '@angular/core';
import type { EndSessionConfiguration, MsalInstance } from 'msal-logout/engine';
import { completeLogout, createEndSessionClient } from 'msal-logout/engine';
import { MsalBroadcastService } from './broadcast/msal-broadcast-service';
import { END_SESSION_CLIENT, END_SESSION_PARTS } from './end-session-client';
import { INTERRUPTED_LOGOUT } from './logout/interrupted-logout';
import { LAST_RESULT } from './logout/last-result';
import { MsalLogoutService } from './logout/msal-logout-service';
import { injectSignOutTasks } from './logout/sign-out-tasks';
import type { MsalLogoutFeature } from './msal-logout-feature';
import { assertDistinctKinds } from './msal-logout-feature';
import { leaveGuardedPageWhenSignedOut } from './routing/leave-guarded-page';
import { injectNavigation } from './routing/router-navigation';
import { TAB_SYNC } from './tabs/tab-sync';
import { END_SESSION_OVERRIDES } from './with-end-session';

/** Set to `false` by Angular's build for production. */
declare const ngDevMode: boolean | object | undefined;

/**
 * What people are signed in with: an MSAL instance of any major from 3 to 5; or the configuration of one, with
 * which MSAL's cache in Web Storage is cleared; or a function, run in an injection context, that returns either.
 */
export type MsalLogoutSource =
  MsalInstance | EndSessionConfiguration | (() => MsalInstance | EndSessionConfiguration);

/**
 * Makes {@link MsalLogoutService} and {@link MsalBroadcastService} available to the application.
 *
 * When the application starts, the sign-out that this page load is the return of, if any, is completed: its
 * result is in `MsalLogoutService.lastResult` before the first route is activated, and its events come once the
 * root component is there to hear them. In the popup of a sign-out nothing is rendered, and it closes. On a
 * server nothing happens; a function given as `source` is not called.
 * @param source what people are signed in with
 * @param features options, each once: one that is given twice throws, in development
 */
export function provideMsalLogout(
  source: MsalLogoutSource,
  ...features: readonly MsalLogoutFeature[]
): EnvironmentProviders {
  if (typeof ngDevMode === 'undefined' || ngDevMode) assertDistinctKinds(features);
  return makeEnvironmentProviders([
    {
      provide: END_SESSION_CLIENT,
      useFactory: () => {
        const errorHandler = inject(ErrorHandler);
        const client = createEndSessionClient(resolveSource(source), {
          endSession: inject(END_SESSION_OVERRIDES),
          navigation: injectNavigation(),
          tasks: injectSignOutTasks(),
          tabSync: inject(TAB_SYNC),
          ready: applicationStarted(),
          reportError: (error) => errorHandler.handleError(error),
          ɵparts: inject(END_SESSION_PARTS),
        });
        inject(DestroyRef).onDestroy(() => client.close());
        return client;
      },
    },
    MsalBroadcastService,
    MsalLogoutService,
    provideAppInitializer(start),
    ...features.flatMap(({ ɵproviders }) => ɵproviders),
  ]);
}

/** On a server there is nobody to sign out, and MSAL is not made: version 5 opens a channel that is never closed. */
function resolveSource(source: MsalLogoutSource): MsalInstance | EndSessionConfiguration {
  if (!isPlatformBrowser(inject(PLATFORM_ID))) return { auth: { clientId: '' } };
  return typeof source === 'function' ? source() : source;
}

async function start(): Promise<void> {
  if (!isPlatformBrowser(inject(PLATFORM_ID))) return;
  const client = inject(END_SESSION_CLIENT);
  const lastResult = inject(LAST_RESULT);
  const errorHandler = inject(ErrorHandler);
  const { resume } = inject(INTERRUPTED_LOGOUT);
  leaveGuardedPageWhenSignedOut();

  const returned = await completeLogout();
  if (returned) {
    lastResult.set(returned.result);
    client.announceReturn(returned);
  }
  const report = (error: unknown): void => errorHandler.handleError(error);
  await client.initialize().catch(report);
  const isFirstTime = client.interrupted?.resumed === 0;
  if (resume === 'auto' && isFirstTime && isWindowOfUser()) client.resume().catch(report);
}

/** Whether this is no frame or popup, which MSAL may have opened for a sign-in that is to end here. */
function isWindowOfUser(): boolean {
  return window.parent === window && !window.opener;
}

/** Resolves when the root component is there, which wants to hear of earlier pages. */
async function applicationStarted(): Promise<void> {
  await inject(ApplicationInitStatus).donePromise;
  // Angular creates the root component in that promise's own turn.
  await new Promise((resolve) => setTimeout(resolve));
}

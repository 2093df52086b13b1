import { isPlatformBrowser } from '@angular/common';
import type { EnvironmentProviders, WritableSignal } from '@angular/core';
import {
  ApplicationInitStatus,
  DestroyRef,
  ErrorHandler,
  inject,
  makeEnvironmentProviders,
  PLATFORM_ID,
  provideAppInitializer,
} from '@angular/core';
import type { EndSessionClient, LogoutResult } from 'msal-logout/engine';
import { completeLogout, createEndSessionClient } from 'msal-logout/engine';
import { MsalBroadcastService } from './broadcast/msal-broadcast-service';
import { END_SESSION_CLIENT, END_SESSION_PARTS } from './end-session-client';
import type { InterruptedLogoutOptions } from './logout/interrupted-logout';
import { INTERRUPTED_LOGOUT } from './logout/interrupted-logout';
import { LAST_RESULT } from './logout/last-result';
import { MsalLogoutService } from './logout/msal-logout-service';
import { injectSignOutTasks } from './logout/sign-out-tasks';
import type { MsalLogoutFeature } from './msal-logout-feature';
import { assertDistinctKinds } from './msal-logout-feature';
import type { MsalLogoutSource } from './msal-logout-source';
import { RESOLVED_SOURCE, resolveSource } from './msal-logout-source';
import { leaveGuardedPageWhenSignedOut } from './routing/leave-guarded-page';
import { injectNavigation } from './routing/router-navigation';
import { TAB_SYNC } from './tabs/tab-sync';
import { END_SESSION_OVERRIDES } from './with-end-session';

/** Set to `false` by Angular's build for production. */
declare const ngDevMode: boolean | object | undefined;

/**
 * Makes {@link MsalLogoutService} and {@link MsalBroadcastService} available to the application.
 *
 * When the application starts, the sign-out that this page load is the return of, if any, is completed: its
 * result is in `MsalLogoutService.lastResult` before the first route is activated, and its events come once the
 * root component is there to hear them. In the popup of a sign-out nothing is rendered, and it closes. On a
 * server nothing happens; a function given as `source` is not called.
 *
 * The application does not start when `source` is, or returns, something else, such as a promise: the app initializer
 * throws a {@link MsalLogoutError} `configuration_missing` that says what it was given.
 * @param source what people are signed in with
 * @param features options, each once: one that is given twice throws, in development
 */
export function provideMsalLogout(
  source: MsalLogoutSource,
  ...features: readonly MsalLogoutFeature[]
): EnvironmentProviders {
  const isDevelopment = typeof ngDevMode === 'undefined' || !!ngDevMode;
  if (isDevelopment) assertDistinctKinds(features);
  return makeEnvironmentProviders([
    { provide: RESOLVED_SOURCE, useFactory: () => resolveSource(source) },
    {
      provide: END_SESSION_CLIENT,
      useFactory: () => {
        const errorHandler = inject(ErrorHandler);
        const client = createEndSessionClient(inject(RESOLVED_SOURCE).source, {
          endSession: inject(END_SESSION_OVERRIDES),
          navigation: injectNavigation(),
          tasks: injectSignOutTasks(),
          tabSync: inject(TAB_SYNC),
          ready: applicationStarted(),
          strictRequests: isDevelopment,
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

/** Throws in the task of the call, so that nothing else of the application starts with a source that is none. */
function start(): Promise<void> | undefined {
  if (!isPlatformBrowser(inject(PLATFORM_ID))) return undefined;
  const { failure } = inject(RESOLVED_SOURCE);
  if (failure) throw failure.error;
  const client = inject(END_SESSION_CLIENT);
  leaveGuardedPageWhenSignedOut();
  return completeAndWatch(
    client,
    inject(LAST_RESULT),
    inject(INTERRUPTED_LOGOUT),
    inject(ErrorHandler),
  );
}

/** Completes the sign-out that this page load is the return of, then looks who is signed in. */
async function completeAndWatch(
  client: EndSessionClient,
  lastResult: WritableSignal<LogoutResult | null>,
  { resume }: InterruptedLogoutOptions,
  errorHandler: ErrorHandler,
): Promise<void> {
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

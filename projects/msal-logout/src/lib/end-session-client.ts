import { InjectionToken } from '@angular/core';
import type { EndSessionClient, ɵEndSessionFakes as EndSessionFakes } from 'msal-logout/engine';

/** The engine that does the work; one per application. */
export const END_SESSION_CLIENT = new InjectionToken<EndSessionClient>('END_SESSION_CLIENT');

/** What `msal-logout/testing` puts in place of parts of the engine. */
export const END_SESSION_PARTS = new InjectionToken<EndSessionFakes>('END_SESSION_PARTS', {
  providedIn: 'root',
  factory: () => ({}),
});

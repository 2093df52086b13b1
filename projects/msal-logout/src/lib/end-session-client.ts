import { InjectionToken } from '@angular/core';
import type { EndSessionClient } from 'msal-logout/engine';

/** The engine that does the work; one per application. */
export const END_SESSION_CLIENT = new InjectionToken<EndSessionClient>('END_SESSION_CLIENT');

import { InjectionToken } from '@angular/core';
import type { IPublicClientApplication } from '@azure/msal-browser';

/** The MSAL instance of this app, initialized before Angular starts. */
export const MSAL_INSTANCE = new InjectionToken<IPublicClientApplication>('MSAL_INSTANCE');

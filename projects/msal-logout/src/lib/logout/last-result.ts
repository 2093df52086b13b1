import type { WritableSignal } from '@angular/core';
import { InjectionToken, signal } from '@angular/core';
import type { LogoutResult } from 'msal-logout/engine';

/** How the last sign-out ended; filled by this page's sign-outs and by the one it is the return of. */
export const LAST_RESULT = new InjectionToken<WritableSignal<LogoutResult | null>>('LAST_RESULT', {
  providedIn: 'root',
  factory: () => signal<LogoutResult | null>(null),
});

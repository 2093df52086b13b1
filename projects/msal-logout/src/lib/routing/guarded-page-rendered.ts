import { inject, InjectionToken } from '@angular/core';
import { Router } from '@angular/router';

/**
 * Warns the developer that a server renders a guarded page, for anybody who asks for it. The warning is in the factory,
 * because Angular calls that once: however many guards a page has, it is one line.
 */
export const GUARDED_PAGE_RENDERED = new InjectionToken<void>('GUARDED_PAGE_RENDERED', {
  providedIn: 'root',
  factory: () => {
    const url = inject(Router).currentNavigation()?.extractedUrl.toString() ?? '';
    // No error: a server may have checked by itself who asks.
    // eslint-disable-next-line no-console
    console.warn(
      `[msal-logout] A server renders ${url}, where msalLogoutGuard lets everybody pass: it knows nobody there. ` +
        'Give the route RenderMode.Client in the server routes.',
    );
  },
});
